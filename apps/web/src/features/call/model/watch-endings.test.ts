import { EventEmitter } from 'node:events'
import { type LocalTrack, type Room, RoomEvent, Track, TrackEvent } from 'livekit-client'
import { beforeEach, expect, test, vi } from 'vitest'
import { watchEndings } from './watch-endings.ts'

class FakeTrack extends EventEmitter {
  isMuted = false
  mediaStreamTrack = { label: 'Headset' }
}

let room: EventEmitter
let track: FakeTrack
let stop: () => void
const release = vi.fn<(track: LocalTrack) => void>()
const tell = vi.fn()

beforeEach(() => {
  release.mockReset()
  tell.mockReset()
  room = new EventEmitter()
  track = new FakeTrack()
  stop = watchEndings(room as unknown as Room, release, tell)
  // Published again after each new connection.
  for (let times = 0; times < 2; times++) {
    room.emit(RoomEvent.LocalTrackPublished, { track, source: Track.Source.Microphone })
  }
})

test('another device in its place is told with both names', () => {
  track.emit(TrackEvent.Ended)
  expect(release).toHaveBeenCalledExactlyOnceWith(track)
  track.mediaStreamTrack = { label: 'Inside' }
  track.emit(TrackEvent.Restarted)
  expect(tell).toHaveBeenCalledExactlyOnceWith({ what: 'fell-back', sort: 'microphone', from: 'Headset', to: 'Inside' })
})

test('that there is none is told', () => {
  track.emit(TrackEvent.Ended)
  track.emit(TrackEvent.Muted)
  expect(tell).toHaveBeenCalledExactlyOnceWith({ what: 'lost', sort: 'microphone', from: 'Headset' })
})

test('the same device again, a choice of one’s own and a mute are nothing to tell', () => {
  track.emit(TrackEvent.Ended)
  track.emit(TrackEvent.Restarted)
  track.mediaStreamTrack = { label: 'Inside' }
  track.emit(TrackEvent.Restarted)
  track.emit(TrackEvent.Muted)
  expect(tell).not.toHaveBeenCalled()
})

test('a muted one is released all the same, for the next unmute, and nothing is said', () => {
  track.isMuted = true
  track.emit(TrackEvent.Ended)
  track.mediaStreamTrack = { label: 'Inside' }
  track.emit(TrackEvent.Restarted)
  expect(release).toHaveBeenCalledOnce()
  expect(tell).not.toHaveBeenCalled()
})

test('after the call nothing is told', () => {
  stop()
  track.emit(TrackEvent.Ended)
  track.emit(TrackEvent.Muted)
  expect(tell).not.toHaveBeenCalled()
})
