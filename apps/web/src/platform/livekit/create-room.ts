import { AudioPresets, LogLevel, Room, ScreenSharePresets, setLogLevel } from 'livekit-client'
import { cameraResolution } from '../media/capture.ts'
import { type CaptureKind, preferredDevice } from '../media/preferences.ts'
import { fullEncoding, smallerLayers } from './camera-layers.ts'
import { EagerReconnectPolicy } from './reconnect-policy.ts'

// Its chatter names participants; a browser's console is nobody's log.
setLogLevel(LogLevel.error)

function wished(kind: CaptureKind) {
  const id = preferredDevice(kind)
  // As a plain text it is the very device, and any other one only where it is missing.
  return id === null ? {} : { deviceId: id }
}

/** A LiveKit room with the product's settings; `speakerId` is where it plays. ICE servers come from the SFU alone. */
export function createRoom(speakerId: string | null): Room {
  return new Room({
    // Each tile gets the layer that fits its size on screen, and hidden ones get nothing.
    adaptiveStream: { pixelDensity: 'screen' },
    // Layers that nobody watches are not encoded.
    dynacast: true,
    // Tracks outlive a lost connection and are published again: whoever unpublishes for good stops them.
    stopLocalTrackOnUnpublish: false,
    // A question before unload that is answered with "stay" must not end the call; the call itself leaves on `pagehide`.
    disconnectOnPageLeave: false,
    reconnectPolicy: new EagerReconnectPolicy(),
    videoCaptureDefaults: { resolution: cameraResolution(), ...wished('camera') },
    audioCaptureDefaults: {
      echoCancellation: true,
      noiseSuppression: true,
      autoGainControl: true,
      ...wished('microphone'),
    },
    ...(speakerId !== null && { audioOutput: { deviceId: speakerId } }),
    publishDefaults: {
      // VP8 in three layers, two of a weak device's smaller picture (ADR 0015): every browser encodes and decodes it.
      videoCodec: 'vp8',
      simulcast: true,
      videoSimulcastLayers: smallerLayers,
      videoEncoding: fullEncoding,
      // Opus at 24 kbit/s is clear for speech; RED sends each frame twice against loss, DTX next to nothing in silence.
      audioPreset: AudioPresets.speech,
      red: true,
      dtx: true,
      // A shared screen is read, sharp before smooth, unless it is shared as a film: its capture says how many pictures.
      screenShareEncoding: { ...ScreenSharePresets.h1080fps15.encoding, maxFramerate: 30 },
      degradationPreference: 'balanced',
    },
  })
}
