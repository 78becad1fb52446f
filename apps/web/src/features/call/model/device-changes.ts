import type { Device, DeviceSort, Devices } from '../../../platform/media/devices.ts'

/** Ids of the devices in use; null where the browser decides. */
export type InUse = Readonly<Record<DeviceSort, string | null>>

export interface OfferedDevice {
  sort: DeviceSort
  device: Device
}

export interface DeviceChanges {
  /** What has been plugged in and is not in use yet, one of each sort: a headset is two devices. */
  arrived: OfferedDevice[]
  /** Sorts whose chosen device has been unplugged. */
  gone: DeviceSort[]
  /** Sorts that are on the system's default, which is another device now. */
  moved: DeviceSort[]
}

/** Chromium's name for whatever the system prefers; its label tells which device that is. */
export const defaultId = 'default'
const sorts: readonly DeviceSort[] = ['microphone', 'speaker', 'camera']

/** What happened between two lists of devices, as far as it matters to a call. */
export function compareDevices(before: Devices, now: Devices, inUse: InUse): DeviceChanges {
  const changes: DeviceChanges = { arrived: [], gone: [], moved: [] }
  for (const sort of sorts) {
    const find = (devices: Devices, id: string) => devices[sort].find((device) => device.id === id)
    const active = inUse[sort]
    if (active !== null && find(before, active) && !find(now, active)) changes.gone.push(sort)

    const [was, is] = [find(before, defaultId)?.label, find(now, defaultId)?.label]
    const followsDefault = active === null || active === defaultId
    const moved = was !== undefined && is !== undefined && was !== is
    if (moved && active === defaultId) changes.moved.push(sort)

    const fresh = now[sort].filter(({ id }) => id !== defaultId && id !== active && !find(before, id))
    // Where all are new, the browser has begun to tell: nothing was plugged in.
    if (fresh.length > 1 && before[sort].length === 0) continue
    // The system has already put the call on it.
    const device = fresh.find(({ label }) => !(followsDefault && moved && is.endsWith(label)))
    if (device) changes.arrived.push({ sort, device })
  }
  return changes
}
