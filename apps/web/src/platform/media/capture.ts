import { settings } from '../settings.ts'
import { isWeakDevice, thisDevice } from './device-class.ts'
import { type CaptureKind, preferredDevice } from './preferences.ts'

/**
 * The picture that a camera is asked for. 720p at most: what a grid or a stage shows; and half of it from a weak device,
 * unless its owner has chosen otherwise. The browser scales down what the camera cannot give.
 */
export function cameraResolution() {
  const weak = settings.get().video.send === 'auto' && isWeakDevice(thisDevice())
  return weak ? { width: 640, height: 360, frameRate: 30 } : { width: 1280, height: 720, frameRate: 30 }
}

function picture(): MediaTrackConstraints {
  const { width, height, frameRate } = cameraResolution()
  return { width: { ideal: width }, height: { ideal: height }, frameRate: { ideal: frameRate } }
}

const sound: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true }

/** What is asked of a camera or microphone. The chosen device is wished for: it may be unplugged today. */
export function constraintsFor(kind: CaptureKind, strength: 'ideal' | 'exact' = 'ideal'): MediaTrackConstraints {
  const id = preferredDevice(kind)
  return { ...(kind === 'camera' ? picture() : sound), ...(id !== null && { deviceId: { [strength]: id } }) }
}

const ask = (kinds: readonly CaptureKind[], strength: 'ideal' | 'exact') =>
  navigator.mediaDevices.getUserMedia({
    video: kinds.includes('camera') && constraintsFor('camera', strength),
    audio: kinds.includes('microphone') && constraintsFor('microphone', strength),
  })

/** Opens the devices in one question to the visitor. Rejects as getUserMedia does. */
export async function capture(kinds: readonly CaptureKind[]): Promise<Map<CaptureKind, MediaStreamTrack>> {
  // A mere wish weighs no more than the picture's size: of two cameras the sharper one would win over the chosen one.
  const stream = await ask(kinds, 'exact').catch((error: unknown) => {
    if (!(error instanceof Error) || error.name !== 'OverconstrainedError') throw error
    return ask(kinds, 'ideal')
  })
  const kindOfTrack = ({ kind }: MediaStreamTrack): CaptureKind => (kind === 'video' ? 'camera' : 'microphone')
  return new Map(stream.getTracks().map((track) => [kindOfTrack(track), track]))
}

/** What the browser remembers about this device and site; `unknown` where it does not tell. */
export async function permissionOf(kind: CaptureKind): Promise<PermissionStatus | null> {
  try {
    return await navigator.permissions.query({ name: kind })
  } catch {
    // Firefox before 131 and some Safari versions reject the name.
    return null
  }
}
