import { EventEmitter } from 'node:events'
import { type Room, RoomEvent, Track } from 'livekit-client'
import { expect, test } from 'vitest'
import { playRemoteSound } from './remote-sound.ts'

/** By the time its end is told, livekit-client has detached it: it no longer knows its elements. */
const trackOf = (kind: Track.Kind) => ({
  kind,
  attach: () => document.createElement('audio'),
  detach: (element?: HTMLMediaElement) => element ?? [],
})
const playing = () => document.querySelectorAll('audio').length

test('plays each sound from its arrival to its end, and pictures not at all', () => {
  const room = new EventEmitter()
  const stop = playRemoteSound(room as unknown as Room)
  const [paul, sonia] = [trackOf(Track.Kind.Audio), trackOf(Track.Kind.Audio)]
  for (const track of [paul, sonia, trackOf(Track.Kind.Video)]) room.emit(RoomEvent.TrackSubscribed, track)
  expect(playing()).toBe(2)
  room.emit(RoomEvent.TrackUnsubscribed, paul)
  expect(playing()).toBe(1)
  stop()
  room.emit(RoomEvent.TrackSubscribed, paul)
  expect(playing()).toBe(0)
})
