import type { LocalTrack, Room } from 'livekit-client'
import { kindOf, listDevices, onDeviceChange } from '../../../platform/media/devices.ts'
import { type CaptureKind, preferDevice } from '../../../platform/media/preferences.ts'
import { whenIdle } from '../../../platform/when-idle.ts'
import { createDeviceWatch, type DeviceNews, type DeviceWatch } from './device-watch.ts'
import type { LocalControls } from './local-controls.ts'
import { watchEndings } from './watch-endings.ts'

export interface CallDevices extends Pick<DeviceWatch, 'subscribe' | 'getState' | 'accept' | 'dismiss'> {
  /** Calls back with what is to be said in passing; returns how to stop. */
  onNews: (tell: (news: DeviceNews) => void) => () => void
  stop: () => void
}

/** The chosen device is gone: asked for exactly, it could not be opened, and any other one will do. */
function release(track: LocalTrack | null) {
  if (track?.constraints.deviceId) delete track.constraints.deviceId
}

/** Watches the devices of this machine for the length of a call. */
export function watchDevices(room: Room, local: LocalControls): CallDevices {
  const tellers = new Set<(news: DeviceNews) => void>()
  const tell = (news: DeviceNews) => {
    for (const teller of tellers) teller(news)
  }
  const active = (sort: CaptureKind | 'speaker') => room.getActiveDevice(kindOf(sort)) ?? null
  const watch = createDeviceWatch({
    list: listDevices,
    inUse: () => ({ camera: active('camera'), microphone: active('microphone'), speaker: active('speaker') }),
    use: (sort, id) => room.switchActiveDevice(kindOf(sort), id),
    release: (sort) => sort !== 'speaker' && release(local.getTrack(sort)),
    tell,
  })
  // A browser that refuses the list is asked again with the next change.
  const look = () => void watch.look().catch(() => undefined)
  const stopWaiting = whenIdle(look)
  const stopLooking = onDeviceChange(look)
  const stopEndings = watchEndings(room, release, tell)
  return {
    ...watch,
    async accept() {
      for (const { sort, device } of watch.getState()) preferDevice(sort, device.id)
      await watch.accept()
    },
    onNews(teller) {
      tellers.add(teller)
      return () => void tellers.delete(teller)
    },
    stop() {
      stopWaiting()
      stopLooking()
      stopEndings()
    },
  }
}
