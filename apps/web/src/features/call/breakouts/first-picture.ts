import { type RemoteTrack, type Room, RoomEvent, Track } from 'livekit-client'

/**
 * Resolves when a picture of somebody's camera has been decoded, when nobody shows one, or after this time. A track is sent
 * only once it is on screen, so each gets a place there in which it is not seen. Returns how to take these places away.
 */
export async function firstPicture(room: Room, withinMs: number): Promise<() => void> {
  const hidden = new Map<RemoteTrack, HTMLVideoElement>()
  const { promise: decoded, resolve } = Promise.withResolvers<void>()

  function watch(track: RemoteTrack) {
    if (track.kind !== Track.Kind.Video || hidden.has(track)) return
    const video = document.createElement('video')
    Object.assign(video, { muted: true, playsInline: true })
    Object.assign(video.style, { position: 'fixed', inset: '0 auto auto 0', width: '320px', height: '180px' })
    Object.assign(video.style, { opacity: '0', pointerEvents: 'none', zIndex: '-1' })
    video.setAttribute('aria-hidden', 'true')
    document.body.append(video)
    hidden.set(track, video)
    track.attach(video)
    video.requestVideoFrameCallback(() => resolve())
  }

  const people = [...room.remoteParticipants.values()]
  room.on(RoomEvent.TrackSubscribed, watch)
  for (const person of people) for (const { track } of person.videoTrackPublications.values()) if (track) watch(track)
  const shows = people.some((person) => [...person.videoTrackPublications.values()].some(({ isMuted }) => !isMuted))
  const timer = setTimeout(resolve, shows ? withinMs : 0)
  await decoded
  clearTimeout(timer)
  room.off(RoomEvent.TrackSubscribed, watch)
  return () => {
    for (const [track, video] of hidden) {
      track.detach(video)
      video.remove()
    }
  }
}
