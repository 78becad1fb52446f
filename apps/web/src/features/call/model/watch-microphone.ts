import type { Room } from 'livekit-client'
import { kindOf } from '../../../platform/media/devices.ts'
import { createLevelProbe } from '../../../platform/media/level-probe.ts'
import type { LocalControls } from './local-controls.ts'
import { createMicrophoneWatch, type MicrophoneNow, type MicrophoneWatch } from './microphone-watch.ts'

const lookEveryMs = 100
/** Coming in is not to wait for it. */
const beginAfterMs = 2000

function microphoneNow(room: Room, local: LocalControls): MicrophoneNow {
  const track = local.getTrack('microphone')?.mediaStreamTrack
  const muted = !local.getState().microphone
  if (track?.readyState !== 'live') return { track: null, muted }
  // Another one was chosen while muted: it opens with the next unmute, and this one is no longer to be listened to.
  const chosen = room.getActiveDevice(kindOf('microphone'))
  const replaced = muted && chosen !== undefined && chosen !== track.getSettings().deviceId
  return { track: replaced ? null : track, muted }
}

/** Watches one's own microphone for the length of a call. */
export function watchMicrophone(
  room: Room,
  local: LocalControls,
): Pick<MicrophoneWatch, 'subscribe' | 'getState' | 'dismiss' | 'stop'> {
  const now = () => microphoneNow(room, local)
  const watch = createMicrophoneWatch({ now, createProbe: createLevelProbe })
  let timer: ReturnType<typeof setInterval> | undefined
  const begin = setTimeout(() => {
    timer = setInterval(() => watch.look(performance.now()), lookEveryMs)
  }, beginAfterMs)
  return {
    ...watch,
    stop() {
      clearTimeout(begin)
      clearInterval(timer)
      watch.stop()
    },
  }
}
