import { useSyncExternalStore } from 'react'
import { type DeviceSort, kindOf } from '../../../platform/media/devices.ts'
import { preferDevice } from '../../../platform/media/preferences.ts'
import type { ListedDevices } from '../model/device-list.ts'
import { useCall } from './call-context.ts'

/** The devices that can be chosen, those in use, and how to use another. */
export function useDevices(): ListedDevices & { choose: (sort: DeviceSort, id: string) => Promise<void> } {
  const { room, deviceList } = useCall()
  return {
    ...useSyncExternalStore(deviceList.subscribe, deviceList.getState),
    choose: async (sort, id) => {
      preferDevice(sort, id)
      await room.switchActiveDevice(kindOf(sort), id)
    },
  }
}
