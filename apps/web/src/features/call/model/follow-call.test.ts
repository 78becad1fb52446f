import { type Admitted, type CallState, getCallState, lowerHand } from '@visavis/contracts'
import { Room, RoomEvent } from 'livekit-client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answer, mockApi } from '../../../test/mock-api.ts'
import { sampleCallState } from '../../../test/samples.ts'
import type { Connection, ConnectionState } from './connection.ts'
import { followCall } from './follow-call.ts'

const callId = 'b0000000-0000-4000-8000-000000000000'
const identity = 'a0000000-0000-4000-8000-000000000001'
const raised = (revision: number, up: boolean): CallState =>
  sampleCallState({ revision, hands: up ? [{ identity, raisedAt: '2026-01-05T08:00:00.000Z' }] : [] })

let api: ReturnType<typeof mockApi>
beforeEach(() => {
  vi.useFakeTimers()
  api = mockApi()
})
afterEach(() => vi.useRealTimers())

function follow() {
  const room = new Room()
  const listeners = new Set<() => void>()
  let state: ConnectionState = { phase: 'connecting' }
  const connection = {
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    getState: () => state,
  } as unknown as Connection
  const shared = followCall(room, connection, { callId, identity, room: { accessLevel: 'open' } } as Admitted)
  return {
    room,
    shared,
    async enter(phase: 'connected' | 'stalled' | 'reconnecting') {
      state = { phase }
      for (const listener of listeners) listener()
      await vi.advanceTimersByTimeAsync(0)
    },
    say(message: CallState) {
      const bytes = new TextEncoder().encode(JSON.stringify(message))
      room.emit(RoomEvent.DataReceived, bytes, undefined, undefined, 'state', undefined, '')
    },
  }
}

test('asks with every connection, and follows what it is told in between', async () => {
  api.on(getCallState, () => answer(getCallState, raised(1, true)))
  const { shared, enter, say } = follow()
  await enter('connected')
  expect(shared.getState().handUp).toBe(true)
  await enter('stalled')
  await enter('connected')
  expect(api.asked(getCallState)).toHaveLength(1)
  say(raised(2, false))
  expect(shared.getState().handUp).toBe(false)
  api.on(getCallState, () => answer(getCallState, raised(3, true)))
  await enter('reconnecting')
  await enter('connected')
  expect(shared.getState().handUp).toBe(true)
  shared.stop()
  expect(vi.getTimerCount()).toBe(0)
})

test('lowers one’s hand when one has had the floor, and not for what was said before', async () => {
  api.on(lowerHand, () => answer(lowerHand, raised(2, false)))
  const { room, shared, say } = follow()
  room.localParticipant.isSpeaking = true
  await vi.advanceTimersByTimeAsync(10_000)
  say(raised(1, true))
  await vi.advanceTimersByTimeAsync(4500)
  expect(shared.getState().handUp).toBe(true)
  await vi.advanceTimersByTimeAsync(1500)
  expect(shared.getState().handUp).toBe(false)
  expect(api.asked(lowerHand)).toHaveLength(1)
  shared.stop()
})
