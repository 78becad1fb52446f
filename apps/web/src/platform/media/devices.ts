/** What can be chosen: two kinds that capture and one that plays. */
export type DeviceSort = 'camera' | 'microphone' | 'speaker'

export interface Device {
  id: string
  /** As the browser names it; empty until a capture has been allowed. */
  label: string
}

export type Devices = Readonly<Record<DeviceSort, readonly Device[]>>

export const noDevices: Devices = { camera: [], microphone: [], speaker: [] }

const kinds: Record<DeviceSort, MediaDeviceKind> = {
  camera: 'videoinput',
  microphone: 'audioinput',
  speaker: 'audiooutput',
}

/** LiveKit and the browser say `videoinput`; we say camera. */
export const kindOf = (sort: DeviceSort): MediaDeviceKind => kinds[sort]

/** Whether the browser can play through a device of choice (Safari before 18.4 and phones cannot). */
export const canChooseSpeaker = (): boolean => 'setSinkId' in HTMLMediaElement.prototype

let listed = noDevices

/** What `listDevices` gave the last time, for what cannot wait. */
export const listedBefore = (): Devices => listed

/** Every device that can be chosen now. Those without an id are hidden by the browser until a capture is allowed. */
export async function listDevices(): Promise<Devices> {
  const all = await navigator.mediaDevices.enumerateDevices()
  const ofSort = (sort: DeviceSort) =>
    all
      // `communications` is Windows' second alias of a device that is listed anyway.
      .filter(({ kind, deviceId }) => kind === kinds[sort] && deviceId !== '' && deviceId !== 'communications')
      .map(({ deviceId, label }) => ({ id: deviceId, label }))
  listed = {
    camera: ofSort('camera'),
    microphone: ofSort('microphone'),
    speaker: canChooseSpeaker() ? ofSort('speaker') : [],
  }
  return listed
}

/** Calls back when something is plugged in or out; returns how to stop. */
export function onDeviceChange(changed: () => void): () => void {
  navigator.mediaDevices?.addEventListener('devicechange', changed)
  return () => navigator.mediaDevices?.removeEventListener('devicechange', changed)
}
