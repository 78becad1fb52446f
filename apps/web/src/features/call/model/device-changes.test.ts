import { expect, test } from 'vitest'
import { type Device, type Devices, noDevices } from '../../../platform/media/devices.ts'
import { compareDevices, type InUse } from './device-changes.ts'

const device = (id: string, label = id): Device => ({ id, label })
const [inside, headset, camera] = [device('inside'), device('headset'), device('camera')]
const defaultIs = (label: string) => device('default', `Default - ${label}`)
const none: InUse = { microphone: null, speaker: null, camera: null }
const microphones = (...all: Device[]): Devices => ({ ...noDevices, microphone: all })

test('a headset that is plugged in is offered as what it is, a microphone and a speaker', () => {
  const before = { microphone: [inside], speaker: [inside], camera: [camera] }
  const now = { microphone: [inside, headset], speaker: [inside, headset], camera: [camera] }
  expect(compareDevices(before, now, none)).toEqual({
    arrived: [
      { sort: 'microphone', device: headset },
      { sort: 'speaker', device: headset },
    ],
    gone: [],
    moved: [],
  })
})

test('a first device is offered; a list that was hidden until now is not', () => {
  expect(compareDevices(noDevices, microphones(headset), none).arrived).toHaveLength(1)
  expect(compareDevices(noDevices, microphones(inside, headset), none).arrived).toEqual([])
})

test('the device in use that is unplugged is gone, and not another one', () => {
  const before = microphones(inside, headset)
  expect(compareDevices(before, microphones(inside), { ...none, microphone: 'headset' }).gone).toEqual(['microphone'])
  expect(compareDevices(before, microphones(inside), { ...none, microphone: 'inside' }).gone).toEqual([])
})

test('who is on the system’s default follows it, and is not offered what they already have', () => {
  const before = microphones(defaultIs('inside'), inside)
  const now = microphones(defaultIs('headset'), inside, headset)
  expect(compareDevices(before, now, { ...none, microphone: 'default' })).toEqual({
    arrived: [],
    gone: [],
    moved: ['microphone'],
  })
})

test('who has chosen a device stays on it, and is offered the new one', () => {
  const before = microphones(defaultIs('inside'), inside)
  const now = microphones(defaultIs('headset'), inside, headset)
  expect(compareDevices(before, now, { ...none, microphone: 'inside' })).toEqual({
    arrived: [{ sort: 'microphone', device: headset }],
    gone: [],
    moved: [],
  })
})
