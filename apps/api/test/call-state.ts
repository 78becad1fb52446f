import { type CallStates, createCallState } from '../src/features/calls/call-state.ts'
import { createCallRooms, createTellCall } from '../src/platform/call-rooms.ts'
import type { TestApi } from './test-api.ts'

/** What a copy of the API knows of calls. */
export function testCallState({ database: { prisma }, sfu }: Pick<TestApi, 'database' | 'sfu'>): CallStates {
  const tellCall = createTellCall({ sfu, rooms: createCallRooms(prisma) })
  return createCallState({ prisma, tellCall, allowedAccessLevels: ['open'] })
}
