export { app } from '../../../api/src/app.ts'
export { call } from '../features/call/call.tsx'
