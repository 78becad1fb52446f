import { type Room, RoomEvent } from 'livekit-client'
import { useEffect, useState } from 'react'
import {
  type DeviceSort,
  type Devices,
  kindOf,
  listDevices,
  noDevices,
  onDeviceChange,
} from '../../../platform/media/devices.ts'
import { preferDevice } from '../../../platform/media/preferences.ts'
import { useCall } from './call-context.ts'

export type ActiveDevices = Readonly<Record<DeviceSort, string | null>>

const activeDevices = (room: Room): ActiveDevices => ({
  camera: room.getActiveDevice(kindOf('camera')) ?? null,
  microphone: room.getActiveDevice(kindOf('microphone')) ?? null,
  speaker: room.getActiveDevice(kindOf('speaker')) ?? null,
})

/** The devices that can be chosen, those in use, and how to use another. */
export function useDevices(): {
  devices: Devices
  active: ActiveDevices
  choose: (sort: DeviceSort, id: string) => Promise<void>
} {
  const { room } = useCall()
  const [devices, setDevices] = useState(noDevices)
  const [active, setActive] = useState(() => activeDevices(room))

  useEffect(() => {
    const refresh = () => {
      setActive(activeDevices(room))
      void listDevices().then(setDevices, () => setDevices(noDevices))
    }
    refresh()
    const stop = onDeviceChange(refresh)
    room.on(RoomEvent.ActiveDeviceChanged, refresh).on(RoomEvent.LocalTrackPublished, refresh)
    return () => {
      stop()
      room.off(RoomEvent.ActiveDeviceChanged, refresh).off(RoomEvent.LocalTrackPublished, refresh)
    }
  }, [room])

  return {
    devices,
    active,
    choose: async (sort, id) => {
      preferDevice(sort, id)
      await room.switchActiveDevice(kindOf(sort), id)
    },
  }
}
