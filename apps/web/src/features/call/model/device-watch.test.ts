import { beforeEach, expect, test, vi } from 'vitest'
import { type DeviceSort, listDevices, onDeviceChange } from '../../../platform/media/devices.ts'
import { createDeviceWatch } from './device-watch.ts'

/** A machine with things plugged in, as the browser tells of it. */
class FakeMediaDevices extends EventTarget {
  all: Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'label'>[] = []
  enumerateDevices = async () => this.all
  plugIn(kind: MediaDeviceKind, deviceId: string, label = deviceId) {
    this.all = [
      ...this.all.filter((other) => other.kind !== kind || other.deviceId !== deviceId),
      { kind, deviceId, label },
    ]
  }
  unplug(name: string) {
    this.all = this.all.filter(({ deviceId }) => deviceId !== name)
  }
}

let machine: FakeMediaDevices
let inUse: Record<DeviceSort, string | null>
const use = vi.fn(async (sort: DeviceSort, id: string) => void (inUse[sort] = id))
const release = vi.fn()
const tell = vi.fn()

beforeEach(() => {
  machine = new FakeMediaDevices()
  inUse = { microphone: 'default', speaker: 'default', camera: 'inside' }
  for (const kind of ['audioinput', 'audiooutput'] as const) {
    machine.plugIn(kind, 'default', 'Default - inside')
    machine.plugIn(kind, 'inside')
  }
  machine.plugIn('videoinput', 'inside')
  vi.stubGlobal('navigator', { mediaDevices: machine })
  // jsdom cannot choose where it plays.
  Object.assign(HTMLMediaElement.prototype, { setSinkId: async () => undefined })
  for (const mock of [use, release, tell]) mock.mockClear()
})

async function watchMachine() {
  const watch = createDeviceWatch({ list: listDevices, inUse: () => inUse, use, release, tell })
  await watch.look()
  let looked: Promise<void> = Promise.resolve()
  onDeviceChange(() => {
    looked = watch.look()
  })
  const changed = async () => {
    machine.dispatchEvent(new Event('devicechange'))
    await looked
  }
  return { watch, changed }
}

test('a headset that is plugged in offers itself, and is used once accepted', async () => {
  const { watch, changed } = await watchMachine()
  machine.plugIn('audioinput', 'headset')
  machine.plugIn('audiooutput', 'headset')
  await changed()
  expect(watch.getState().map(({ sort, device }) => [sort, device.label])).toEqual([
    ['microphone', 'headset'],
    ['speaker', 'headset'],
  ])
  expect(use).not.toHaveBeenCalled()
  await watch.accept()
  expect(inUse).toEqual({ microphone: 'headset', speaker: 'headset', camera: 'inside' })
  expect(watch.getState()).toEqual([])
})

test('an offer ends when it is dismissed, or unplugged again', async () => {
  const { watch, changed } = await watchMachine()
  machine.plugIn('videoinput', 'webcam')
  await changed()
  expect(watch.getState()).toHaveLength(1)
  machine.unplug('webcam')
  await changed()
  expect(watch.getState()).toEqual([])
  machine.plugIn('videoinput', 'webcam')
  await changed()
  watch.dismiss()
  expect(watch.getState()).toEqual([])
})

test('unplugged speakers fall back to the system’s default, and it is said', async () => {
  machine.plugIn('audiooutput', 'headset')
  inUse.speaker = 'headset'
  const { changed } = await watchMachine()
  machine.unplug('headset')
  await changed()
  expect(inUse.speaker).toBe('default')
  expect(tell).toHaveBeenCalledExactlyOnceWith({
    what: 'fell-back',
    sort: 'speaker',
    from: 'headset',
    to: 'Default - inside',
  })
})

test('an unplugged camera may be opened as another one', async () => {
  const { changed } = await watchMachine()
  machine.plugIn('videoinput', 'webcam')
  machine.unplug('inside')
  await changed()
  expect(release).toHaveBeenCalledWith('camera')
})

test('the microphone follows the system’s default, and it is said', async () => {
  const { watch, changed } = await watchMachine()
  machine.plugIn('audioinput', 'headset')
  machine.plugIn('audioinput', 'default', 'Default - headset')
  await changed()
  expect(use).toHaveBeenCalledExactlyOnceWith('microphone', 'default')
  expect(tell).toHaveBeenCalledExactlyOnceWith({ what: 'followed', sort: 'microphone', to: 'Default - headset' })
  expect(watch.getState()).toEqual([])
})
