import { callStateSchema, dataTopics } from '@visavis/contracts'
import { type RemoteParticipant, Room, RoomEvent } from 'livekit-client'
import { expect, test, vi } from 'vitest'
import { sampleCallState } from '../../test/samples.ts'
import { onServerData } from './server-data.ts'

const state = sampleCallState({ revision: 1 })
const bytes = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))

function listen() {
  const room = new Room()
  const heard = vi.fn()
  const stop = onServerData(room, dataTopics.state, callStateSchema.safeParse, heard)
  return { room, heard, stop }
}

test('what the server says is heard, until one stops listening', () => {
  const { room, heard, stop } = listen()
  room.emit(RoomEvent.DataReceived, bytes(state), undefined, undefined, 'state', undefined, '')
  expect(heard).toHaveBeenCalledExactlyOnceWith(state)
  stop()
  room.emit(RoomEvent.DataReceived, bytes(state), undefined, undefined, 'state', undefined, '')
  expect(heard).toHaveBeenCalledTimes(1)
})

test('what anybody else says is not, not even from who is unknown; nor is what makes no sense', () => {
  const { room, heard } = listen()
  const paul = { identity: 'paul' } as RemoteParticipant
  room.emit(RoomEvent.DataReceived, bytes(state), paul, undefined, 'state', undefined, 'paul')
  room.emit(RoomEvent.DataReceived, bytes(state), undefined, undefined, 'state', undefined, 'paul')
  room.emit(RoomEvent.DataReceived, bytes(state), undefined, undefined, 'state')
  room.emit(RoomEvent.DataReceived, bytes(state), undefined, undefined, 'chat', undefined, '')
  for (const nonsense of ['{', '[]', { ...state, revision: 'last' }]) {
    room.emit(RoomEvent.DataReceived, bytes(nonsense), undefined, undefined, 'state', undefined, '')
  }
  expect(heard).not.toHaveBeenCalled()
})
