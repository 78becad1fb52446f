export { PrismaClient } from '@prisma/client'
export { call } from '../call/call.tsx'
