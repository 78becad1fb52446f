import { isVideoTrack, type LocalTrack, VideoPresets } from 'livekit-client'
import { facingOfTrack } from '../../../platform/media/facing.ts'

/** Opens the camera on the other side of the phone in place of this one. Rejects as getUserMedia does. */
export async function flipCamera(track: LocalTrack): Promise<void> {
  if (!isVideoTrack(track)) return
  const facingMode = facingOfTrack(track.mediaStreamTrack) === 'user' ? 'environment' : 'user'
  await track.restartTrack({ facingMode, resolution: VideoPresets.h720.resolution })
}
