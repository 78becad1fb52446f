/** Which way a camera looks: at whoever holds the phone, or away from them. */
export type Facing = 'user' | 'environment'

/** Both browsers of phones name their cameras so, Firefox on Android included, which tells it in no other way. */
const byLabel: [Facing, RegExp][] = [
  ['user', /front|avant/i],
  ['environment', /back|rear|arrière/i],
]

function facingOf(device: MediaDeviceInfo): Facing | null {
  const told = 'getCapabilities' in device ? (device as InputDeviceInfo).getCapabilities().facingMode?.[0] : undefined
  if (told === 'user' || told === 'environment') return told
  return byLabel.find(([, label]) => label.test(device.label))?.[0] ?? null
}

/** Whether there is a camera on either side, as phones and tablets have. */
export async function hasFrontAndBack(): Promise<boolean> {
  const cameras = (await navigator.mediaDevices.enumerateDevices()).filter(({ kind }) => kind === 'videoinput')
  const facings = new Set(cameras.map(facingOf))
  return facings.has('user') && facings.has('environment')
}

/** Which way an open camera looks; whoever looks at a computer is looked at. */
export function facingOfTrack(track: MediaStreamTrack): Facing {
  const { facingMode } = track.getSettings()
  if (facingMode === 'user' || facingMode === 'environment') return facingMode
  return byLabel.find(([, label]) => label.test(track.label))?.[0] ?? 'user'
}
