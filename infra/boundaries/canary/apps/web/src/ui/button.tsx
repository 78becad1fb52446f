export { call } from '../features/call/call.tsx'
export { app } from '../../../api/src/app.ts'
