import { type LocalTrack, type LocalTrackPublication, type Room, RoomEvent, Track } from 'livekit-client'

const shareSources: ReadonlySet<Track.Source> = new Set([Track.Source.ScreenShare, Track.Source.ScreenShareAudio])

/** A camera that is off has no picture to publish; it is opened anew when it is switched on. */
const isWorthPublishing = (track: LocalTrack) =>
  track.mediaStreamTrack.readyState === 'live' && !(track.isMuted && track.source === Track.Source.Camera)

/**
 * Publishes the visitor's tracks as soon as the SFU's signalling answers, while the media connection is still being made,
 * and again after every new connection: what was on stays on, what was muted stays muted.
 */
export function createLocalPublisher(room: Room, initial: readonly LocalTrack[], onFailed: (error: unknown) => void) {
  const tracks = new Map(initial.map((track) => [track.source, track]))

  const keep = ({ track, source }: LocalTrackPublication) => track && tracks.set(source, track)
  function publish() {
    for (const track of tracks.values()) {
      if (isWorthPublishing(track)) room.localParticipant.publishTrack(track).catch(onFailed)
    }
  }
  // `stopLocalTrackOnUnpublish` is off: a share that ends is stopped here, else the browser shows it as still going on.
  function drop({ track, source }: LocalTrackPublication) {
    if (shareSources.has(source) && room.state === 'connected') track?.stop()
  }

  room.on(RoomEvent.SignalConnected, publish)
  room.on(RoomEvent.LocalTrackPublished, keep)
  room.on(RoomEvent.LocalTrackUnpublished, drop)
  return {
    stop() {
      room.off(RoomEvent.SignalConnected, publish)
      for (const track of tracks.values()) track.stop()
    },
  }
}
