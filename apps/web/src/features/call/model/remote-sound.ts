import { type RemoteTrack, type Room, RoomEvent, Track } from 'livekit-client'

/**
 * Plays everybody else's voice and the sound of their shared screens, on screen or not, from the moment each arrives: it
 * waits for no drawing. Returns how to stop.
 */
export function playRemoteSound(room: Room): () => void {
  const elements = new Set<HTMLMediaElement>()

  function play(track: RemoteTrack) {
    if (track.kind !== Track.Kind.Audio) return
    const element = track.attach()
    element.hidden = true
    elements.add(element)
    document.body.append(element)
  }
  function silence(track: RemoteTrack) {
    if (track.kind === Track.Kind.Audio) track.detach().forEach(remove)
  }
  function remove(element: HTMLMediaElement) {
    elements.delete(element)
    element.remove()
  }

  room.on(RoomEvent.TrackSubscribed, play).on(RoomEvent.TrackUnsubscribed, silence)
  return () => {
    room.off(RoomEvent.TrackSubscribed, play).off(RoomEvent.TrackUnsubscribed, silence)
    elements.forEach(remove)
  }
}
