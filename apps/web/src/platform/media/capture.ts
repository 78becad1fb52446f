import { type CaptureKind, preferredDevice } from './preferences.ts'

/** 720p at most: what a grid or a stage shows; the browser scales down what the camera cannot give. */
const picture: MediaTrackConstraints = {
  width: { ideal: 1280 },
  height: { ideal: 720 },
  frameRate: { ideal: 30 },
}

const sound: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true }

/** What is asked of a camera or microphone. The chosen device is wished for, not required: it may be unplugged today. */
export function constraintsFor(kind: CaptureKind): MediaTrackConstraints {
  const id = preferredDevice(kind)
  return { ...(kind === 'camera' ? picture : sound), ...(id !== null && { deviceId: { ideal: id } }) }
}

/** Opens the devices in one question to the visitor. Rejects as getUserMedia does. */
export async function capture(kinds: readonly CaptureKind[]): Promise<Map<CaptureKind, MediaStreamTrack>> {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: kinds.includes('camera') && constraintsFor('camera'),
    audio: kinds.includes('microphone') && constraintsFor('microphone'),
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
