import { ConnectionQuality, type Room, Track } from 'livekit-client'
import { beforeEach, expect, test, vi } from 'vitest'
import { measure, subscribeAnew } from './measure.ts'

const setSubscribed = vi.fn()
let stats: object[] | null
let muted: boolean
let quality: ConnectionQuality
let canPlaybackAudio: boolean

beforeEach(() => {
  stats = [
    { type: 'inbound-rtp', kind: 'audio', jitterBufferEmittedCount: 4800, packetsReceived: 5 },
    { type: 'codec', kind: 'audio', jitterBufferEmittedCount: 1 },
  ]
  muted = false
  quality = ConnectionQuality.Good
  canPlaybackAudio = true
  setSubscribed.mockReset()
})

function room(): Room {
  const getStats = async () => new Map(stats?.map((entry, index) => [String(index), entry]))
  const publication = { isMuted: muted, setSubscribed, track: stats && { receiver: { getStats } } }
  const getTrackPublication = (source: Track.Source) => (source === Track.Source.Microphone ? publication : undefined)
  const paul = { connectionQuality: quality, getTrackPublication }
  return { canPlaybackAudio, remoteParticipants: new Map([['paul', paul]]) } as unknown as Room
}

test('what was played counts; packets do where a browser does not tell', async () => {
  expect(await measure(room(), 'paul', true)).toEqual({ expected: true, played: 4800 })
  stats = [{ type: 'inbound-rtp', kind: 'audio', packetsReceived: 5 }]
  expect(await measure(room(), 'paul', true)).toEqual({ expected: true, played: 5 })
})

test('a voice without a subscription ought to come and does not', async () => {
  stats = null
  expect(await measure(room(), 'paul', true)).toEqual({ expected: true, played: 0 })
})

test('a muted one ought not to', async () => {
  muted = true
  expect(await measure(room(), 'paul', true)).toEqual({ expected: false, played: 0 })
})

test('nothing is known of who is not there or without a connection, nor without one’s own', async () => {
  const unknown = { expected: null, played: 0 }
  expect(await measure(room(), 'sonia', true)).toEqual(unknown)
  expect(await measure(room(), 'paul', false)).toEqual(unknown)
  quality = ConnectionQuality.Lost
  expect(await measure(room(), 'paul', true)).toEqual(unknown)
  quality = ConnectionQuality.Good
  canPlaybackAudio = false
  expect(await measure(room(), 'paul', true)).toEqual(unknown)
})

test('subscribing anew gives the SFU time to see it', () => {
  vi.useFakeTimers()
  subscribeAnew(room(), 'paul')
  expect(setSubscribed.mock.calls).toEqual([[false]])
  vi.advanceTimersByTime(500)
  expect(setSubscribed.mock.calls).toEqual([[false], [true]])
  vi.useRealTimers()
})
