import type { DeviceSort, Devices } from '../../../platform/media/devices.ts'
import { compareDevices, type InUse, type OfferedDevice } from './device-changes.ts'

/** What became of a device, to be said in passing. `to` is the name of the one that took over. */
export type DeviceNews =
  | { what: 'fell-back'; sort: DeviceSort; from: string; to: string }
  | { what: 'followed'; sort: DeviceSort; to: string }
  /** There is no other. */
  | { what: 'lost'; sort: DeviceSort; from: string }

export interface DeviceWatchDeps {
  list: () => Promise<Devices>
  inUse: () => InUse
  use: (sort: DeviceSort, id: string) => Promise<unknown>
  /** Lets the track of a device that is gone be opened on another one. */
  release: (sort: DeviceSort) => void
  tell: (news: DeviceNews) => void
}

export type DeviceWatch = ReturnType<typeof createDeviceWatch>

/**
 * Follows what is plugged in and out in mid-call: moves with the system's default, falls back to it, and offers what is
 * new. A microphone or camera whose track has ended is opened again by livekit-client, which `release` makes possible.
 */
export function createDeviceWatch({ list, inUse, use, release, tell }: DeviceWatchDeps) {
  let known: Devices | null = null
  let offer: readonly OfferedDevice[] = []
  const listeners = new Set<() => void>()

  function setOffer(next: readonly OfferedDevice[]) {
    if (next.length === 0 && offer.length === 0) return
    offer = next
    for (const listener of listeners) listener()
  }

  async function leave(sort: DeviceSort, before: Devices, now: Devices, from: string) {
    if (sort !== 'speaker') return release(sort)
    const [next] = now.speaker
    if (next) await use(sort, next.id)
    const label = before.speaker.find(({ id }) => id === from)?.label ?? ''
    tell(next ? { what: 'fell-back', sort, from: label, to: next.label } : { what: 'lost', sort, from: label })
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** What has been plugged in and could be used. */
    getState: () => offer,

    /** To be called at first, and whenever the browser says that devices have changed. */
    async look() {
      const now = await list()
      const before = known
      known = now
      if (!before) return
      const active = inUse()
      const { arrived, gone, moved } = compareDevices(before, now, active)
      const stillThere = offer.filter(({ sort, device }) => now[sort].some(({ id }) => id === device.id))
      setOffer([...stillThere.filter(({ sort }) => !arrived.some((other) => other.sort === sort)), ...arrived])
      for (const sort of gone) await leave(sort, before, now, active[sort] ?? '')
      for (const sort of moved) {
        // Speakers move by themselves; a capture stays where it was opened.
        if (sort !== 'speaker') await use(sort, 'default')
        tell({ what: 'followed', sort, to: now[sort].find(({ id }) => id === 'default')?.label ?? '' })
      }
    },

    async accept() {
      const accepted = offer
      setOffer([])
      for (const { sort, device } of accepted) await use(sort, device.id)
    },
    dismiss: () => setOffer([]),
  }
}
