import { VideoPresets } from 'livekit-client'

/** The pictures that a camera is sent as besides its own: a tile among many, and a tile among few. */
export const smallerLayers = [VideoPresets.h180, VideoPresets.h360]

/** What the camera's own picture may cost, at 720p. */
export const fullEncoding = VideoPresets.h720.encoding
