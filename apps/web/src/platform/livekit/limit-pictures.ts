import { type LocalVideoTrack, type RemoteTrackPublication, RemoteVideoTrack, VideoQuality } from 'livekit-client'
import { type SendLimit, type SentLayer, sentLayers } from './sent-layers.ts'

const isSame = (encoding: RTCRtpEncodingParameters, layer: SentLayer) =>
  encoding.scaleResolutionDownBy === layer.scaleResolutionDownBy &&
  encoding.maxBitrate === layer.maxBitrate &&
  encoding.maxFramerate === layer.maxFramerate

/**
 * Holds what a camera sends to a limit, at once and without a gap. livekit-client switches layers on and off as they are
 * watched, and never their size, but where it opens the camera anew: so this is to be asked again from time to time.
 */
export async function limitSending(
  track: Pick<LocalVideoTrack, 'sender' | 'dimensions'>,
  limit: SendLimit,
): Promise<void> {
  const { sender, dimensions } = track
  if (!sender || !dimensions) return
  const parameters = sender.getParameters()
  const wanted = sentLayers(Math.min(dimensions.width, dimensions.height), parameters.encodings.length, limit)
  let changed = false
  for (const [index, encoding] of parameters.encodings.entries()) {
    const layer = wanted[index]
    // In Firefox one that is off has been made tiny instead (livekit-client): it is left so.
    if (layer === undefined || encoding.active === false || isSame(encoding, layer)) continue
    changed = true
    Object.assign(encoding, layer)
  }
  // Refused while the connection is made anew: the next time will do.
  if (changed) await sender.setParameters(parameters).catch(() => undefined)
}

/** Holds what is taken of somebody's camera to a height; within it, its place on screen decides as before. */
export function limitReceiving(publication: RemoteTrackPublication, height: number): void {
  if (!publication.isDesired || !(publication.track instanceof RemoteVideoTrack)) return
  // Lifts the limit: the size on screen decides alone.
  if (height === Infinity) return publication.setVideoQuality(VideoQuality.HIGH)
  const { width = 16, height: own = 9 } = publication.dimensions ?? {}
  const long = Math.round((height * Math.max(width, own)) / Math.min(width, own))
  publication.setVideoDimensions(width < own ? { width: height, height: long } : { width: long, height })
}
