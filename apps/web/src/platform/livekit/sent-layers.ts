import { fullEncoding, smallerLayers } from './camera-layers.ts'

/** One of the pictures that a camera is sent as, in the terms of `RTCRtpEncodingParameters`. */
export interface SentLayer {
  scaleResolutionDownBy: number
  maxBitrate: number
  maxFramerate: number
}

export interface SendLimit {
  /** Pixels of the shorter side. */
  send: number
  framesPerSecond: number
}

/**
 * The layers of a camera whose picture is `height` pixels high (its shorter side), from the smallest: as livekit-client
 * makes them, the last one being the picture itself, and none beyond the limit. A layer keeps its name, so that the SFU
 * forwards it as before: whoever watched a larger one sees it shrink without missing a frame.
 */
export function sentLayers(height: number, count: number, limit: SendLimit): SentLayer[] {
  return Array.from({ length: count }, (_, index) => {
    const smaller = index < count - 1 ? smallerLayers[index] : undefined
    const own = Math.min(height, smaller?.height ?? height)
    const held = own > limit.send ? smallerLayers.find((layer) => layer.height >= limit.send) : smaller
    const { maxBitrate, maxFramerate = 30 } = held?.encoding ?? fullEncoding
    return {
      scaleResolutionDownBy: Math.max(1, height / Math.min(own, limit.send)),
      maxBitrate,
      maxFramerate: Math.min(maxFramerate, limit.framesPerSecond),
    }
  })
}
