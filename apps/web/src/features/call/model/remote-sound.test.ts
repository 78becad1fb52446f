import { EventEmitter } from 'node:events'
import { type Room, RoomEvent, Track } from 'livekit-client'
import { expect, test } from 'vitest'
import { playRemoteSound } from './remote-sound.ts'

const trackOf = (kind: Track.Kind) => {
  const attached: HTMLMediaElement[] = []
  return {
    kind,
    attach() {
      const element = document.createElement('audio')
      attached.push(element)
      return element
    },
    detach: () => attached.splice(0),
  }
}
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
