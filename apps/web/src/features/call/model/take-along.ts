import type { TakenMedia } from '../../../platform/media/local-media.ts'
import type { LocalControls } from './local-controls.ts'

/**
 * What goes along to another place of the call: microphone and camera, on or off as they are. A shared screen does not: it
 * was meant for those who are here.
 */
export function takeAlong({ getTrack, getState }: LocalControls, speakerId: string | null): TakenMedia {
  const on = getState()
  const open = (kind: 'microphone' | 'camera') => {
    const track = getTrack(kind)?.mediaStreamTrack
    return track?.readyState === 'live' ? track : null
  }
  const [microphone, camera] = [open('microphone'), on.camera ? open('camera') : null]
  const late = (['microphone', 'camera'] as const).filter((kind) => on[kind] && open(kind) === null)
  return { microphone: microphone && { track: microphone, muted: !on.microphone }, camera, late, speakerId }
}
