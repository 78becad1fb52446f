import { type LocalTrack, type LocalTrackPublication, type Room, RoomEvent, Track, TrackEvent } from 'livekit-client'
import type { CaptureKind } from '../../../platform/media/preferences.ts'
import type { DeviceNews } from './device-watch.ts'

const kinds: Partial<Record<Track.Source, CaptureKind>> = {
  [Track.Source.Microphone]: 'microphone',
  [Track.Source.Camera]: 'camera',
}

/**
 * Watches for a microphone or camera that ends by itself, unplugged for the most part: `release` lets livekit-client open
 * another one in its place, which is told with both names; so is that there is none. Returns how to stop.
 */
export function watchEndings(
  room: Room,
  release: (track: LocalTrack) => void,
  tell: (news: DeviceNews) => void,
): () => void {
  const watched = new WeakSet<LocalTrack>()
  const lost = new Map<LocalTrack, string>()
  let stopped = false

  function ended(track: LocalTrack) {
    if (stopped) return
    release(track)
    if (!track.isMuted) lost.set(track, track.mediaStreamTrack.label)
  }
  function replaced(track: LocalTrack, sort: CaptureKind) {
    const from = lost.get(track)
    const to = track.mediaStreamTrack.label
    lost.delete(track)
    if (from !== undefined && from !== to) tell({ what: 'fell-back', sort, from, to })
  }
  function givenUp(track: LocalTrack, sort: CaptureKind) {
    const from = lost.get(track)
    lost.delete(track)
    if (from !== undefined) tell({ what: 'lost', sort, from })
  }

  function watch({ track, source }: LocalTrackPublication) {
    const sort = kinds[source]
    if (!track || !sort || watched.has(track)) return
    watched.add(track)
    track
      .on(TrackEvent.Ended, () => ended(track))
      .on(TrackEvent.Restarted, () => replaced(track, sort))
      .on(TrackEvent.Muted, () => givenUp(track, sort))
  }
  room.on(RoomEvent.LocalTrackPublished, watch)
  return () => {
    stopped = true
    room.off(RoomEvent.LocalTrackPublished, watch)
  }
}
