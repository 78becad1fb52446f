import { DisconnectReason, type Participant } from 'livekit-client'
import { expect, test } from 'vitest'
import { causeOf } from './disconnect-cause.ts'
import { personOf } from './person.ts'
import { EagerReconnectPolicy } from './reconnect-policy.ts'

test.each([
  [DisconnectReason.PARTICIPANT_REMOVED, 'removed'],
  [DisconnectReason.ROOM_DELETED, 'ended'],
  [DisconnectReason.ROOM_CLOSED, 'ended'],
  [DisconnectReason.DUPLICATE_IDENTITY, 'elsewhere'],
] as const)('reason %i is somebody’s decision: %s', (reason, cause) => expect(causeOf(reason)).toBe(cause))

test('every other reason is an accident', () => {
  const accidents = [
    undefined,
    DisconnectReason.UNKNOWN_REASON,
    DisconnectReason.CLIENT_INITIATED,
    DisconnectReason.SERVER_SHUTDOWN,
    DisconnectReason.STATE_MISMATCH,
    DisconnectReason.JOIN_FAILURE,
    DisconnectReason.MIGRATION,
    DisconnectReason.SIGNAL_CLOSE,
    DisconnectReason.CONNECTION_TIMEOUT,
    DisconnectReason.MEDIA_FAILURE,
  ]
  expect(accidents.map(causeOf)).toEqual(accidents.map(() => 'lost'))
})

test('an SFU that is back after a second is asked within half a second, and a dead one not for ever', () => {
  const policy = new EagerReconnectPolicy()
  let atMs = 0
  const tries: number[] = []
  for (let retryCount = 0; ; retryCount++) {
    const delayMs = policy.nextRetryDelayInMs({ retryCount, elapsedMs: atMs })
    if (delayMs === null) break
    atMs += delayMs
    tries.push(atMs)
  }
  expect(tries.some((triedAtMs) => triedAtMs >= 1000 && triedAtMs <= 1700)).toBe(true)
  expect(tries.length).toBeLessThan(25)
  expect(atMs).toBeGreaterThan(30_000)
})

const participant = (attributes: Record<string, string>) =>
  ({ identity: 'a', name: 'Paul', isLocal: false, attributes }) as Participant

test('who somebody is, is the API’s word', () => {
  expect(personOf(participant({ role: 'cohost', verified: 'true', color: '3' }))).toMatchObject({
    role: 'cohost',
    verified: true,
    color: 3,
  })
})

test('whoever carries other attributes than ours is nobody we vouch for', () => {
  const nobody = { role: 'participant', verified: false, color: 0 }
  expect(personOf(participant({}))).toMatchObject(nobody)
  expect(personOf(participant({ role: 'owner', verified: 'yes', color: '3' }))).toMatchObject(nobody)
  expect(personOf(participant({ role: 'owner', verified: 'true', color: 'red' }))).toMatchObject(nobody)
})
