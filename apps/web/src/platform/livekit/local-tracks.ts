import { LocalAudioTrack, type LocalTrack, LocalVideoTrack, Track } from 'livekit-client'
import { constraintsFor } from '../media/capture.ts'
import type { TakenMedia } from '../media/local-media.ts'

/** Without livekit-client's own search for silence, which opens an audio context whenever one comes in: ours listens anyway. */
class Microphone extends LocalAudioTrack {
  override async checkForSilence() {
    return false
  }
}

/**
 * The tracks opened before the call, as LiveKit publishes them. LiveKit owns them from here on (`userProvided` false): it
 * closes the camera on mute, opens it again on unmute, and changes devices.
 */
export function localTracksOf({ camera, microphone }: TakenMedia): LocalTrack[] {
  const tracks: LocalTrack[] = []
  if (microphone) {
    const track = new Microphone(microphone.track, constraintsFor('microphone'), false)
    track.source = Track.Source.Microphone
    if (microphone.muted) void track.mute()
    // The assertion bridges livekit-client's types, which are written without `exactOptionalPropertyTypes`.
    tracks.push(track as LocalTrack)
  }
  if (camera) {
    const track = new LocalVideoTrack(camera, constraintsFor('camera'), false)
    track.source = Track.Source.Camera
    tracks.push(track)
  }
  return tracks
}
