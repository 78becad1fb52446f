// What the room page loads while one is still in the prejoin: everything that needs livekit-client.
export { CallScreen } from './call-screen.tsx'
export { startCall } from './call-session.ts'
export { rehearse } from './rehearse.ts'
