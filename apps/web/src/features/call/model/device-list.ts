import { type Room, RoomEvent } from 'livekit-client'
import {
  type DeviceSort,
  type Devices,
  kindOf,
  listDevices,
  listedBefore,
  noDevices,
  onDeviceChange,
} from '../../../platform/media/devices.ts'
import { hasFrontAndBack } from '../../../platform/media/facing.ts'
import { whenIdle } from '../../../platform/when-idle.ts'

/** What can be chosen, which of it is in use, and whether there is a camera on either side. */
export interface ListedDevices {
  readonly devices: Devices
  readonly active: Readonly<Record<DeviceSort, string | null>>
  readonly frontAndBack: boolean
}

export type DeviceList = ReturnType<typeof createDeviceList>

/** The devices of this machine, read once for all that offers them, and again when something about them changes. */
export function createDeviceList(room: Room) {
  const active = (sort: DeviceSort) => room.getActiveDevice(kindOf(sort)) ?? null
  const inUse = () => ({ camera: active('camera'), microphone: active('microphone'), speaker: active('speaker') })
  let state: ListedDevices = { devices: listedBefore(), active: inUse(), frontAndBack: false }
  let stopWaiting: (() => void) | null = null
  const listeners = new Set<() => void>()

  async function read() {
    stopWaiting = null
    const [devices, frontAndBack] = await Promise.all([
      listDevices().catch(() => noDevices),
      hasFrontAndBack().catch(() => false),
    ])
    state = { devices, active: inUse(), frontAndBack }
    for (const listener of listeners) listener()
  }
  // One's arrival changes several things at once, and is not to wait for a list.
  const refresh = () => {
    stopWaiting ??= whenIdle(() => void read())
  }

  refresh()
  const stopLooking = onDeviceChange(refresh)
  room.on(RoomEvent.ActiveDeviceChanged, refresh).on(RoomEvent.LocalTrackPublished, refresh)
  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    getState: () => state,
    stop() {
      stopWaiting?.()
      stopLooking()
      room.off(RoomEvent.ActiveDeviceChanged, refresh).off(RoomEvent.LocalTrackPublished, refresh)
    },
  }
}
