import { expect, test, vi } from 'vitest'
import { facingOfTrack, hasFrontAndBack } from './facing.ts'

interface Camera {
  label: string
  facing?: string
}

/** Cameras as a browser lists them; some tell which way they look, the others only have a name. */
function machineWith(...cameras: Camera[]) {
  const all = cameras.map(({ label, facing }) => ({
    kind: 'videoinput',
    label,
    ...(facing && { getCapabilities: () => ({ facingMode: [facing] }) }),
  }))
  vi.stubGlobal('navigator', { mediaDevices: { enumerateDevices: async () => all } })
}

test('a phone has a camera on either side, told or only named', async () => {
  machineWith({ label: 'camera 1', facing: 'user' }, { label: 'camera 0', facing: 'environment' })
  expect(await hasFrontAndBack()).toBe(true)
  machineWith({ label: 'Caméra avant' }, { label: 'Caméra arrière' })
  expect(await hasFrontAndBack()).toBe(true)
})

test('a computer has not, however many it has', async () => {
  machineWith({ label: 'Inside' }, { label: 'Webcam' })
  expect(await hasFrontAndBack()).toBe(false)
  machineWith({ label: 'camera 1', facing: 'user' }, { label: 'camera 2', facing: 'user' })
  expect(await hasFrontAndBack()).toBe(false)
})

test('an open camera looks where it says, or at the visitor', () => {
  const trackOf = (label: string, facingMode?: string) =>
    ({ label, getSettings: () => ({ facingMode }) }) as unknown as MediaStreamTrack
  expect(facingOfTrack(trackOf('camera', 'environment'))).toBe('environment')
  expect(facingOfTrack(trackOf('Back Camera'))).toBe('environment')
  expect(facingOfTrack(trackOf('Webcam'))).toBe('user')
})
