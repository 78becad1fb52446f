import { type RemoteTrack, type Room, RoomEvent, Track } from 'livekit-client'

/**
 * Plays everybody else's voice and the sound of their shared screens, on screen or not, from the moment each arrives: it
 * waits for no drawing. Returns how to stop.
 */
export function playRemoteSound(room: Room): () => void {
  const elements = new Map<RemoteTrack, HTMLMediaElement>()

  function play(track: RemoteTrack) {
    if (track.kind !== Track.Kind.Audio) return
    const element = track.attach()
    element.hidden = true
    elements.set(track, element)
    document.body.append(element)
  }
  // livekit-client has detached the track by the time it tells, and may use the element again for another voice.
  function silence(track: RemoteTrack) {
    const element = elements.get(track)
    if (!element) return
    elements.delete(track)
    track.detach(element)
    element.remove()
    element.volume = 1
  }

  room.on(RoomEvent.TrackSubscribed, play).on(RoomEvent.TrackUnsubscribed, silence)
  return () => {
    room.off(RoomEvent.TrackSubscribed, play).off(RoomEvent.TrackUnsubscribed, silence)
    for (const track of elements.keys()) silence(track)
  }
}
