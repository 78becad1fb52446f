export { call } from '../call/call.tsx'
export { PrismaClient } from '@prisma/client'
