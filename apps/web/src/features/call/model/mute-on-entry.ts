import type { TakenMedia } from '../../../platform/media/local-media.ts'

/** What one brings into a large call: the microphone stays open, and transmits nothing until one switches it on. */
export function muteOnEntry({ microphone, late, ...rest }: TakenMedia): TakenMedia {
  if (microphone) microphone.track.enabled = false
  return {
    ...rest,
    microphone: microphone && { ...microphone, muted: true },
    late: late.filter((kind) => kind !== 'microphone'),
  }
}

/** Whether one would have been heard at once. */
export const bringsSound = ({ microphone, late }: TakenMedia): boolean =>
  microphone?.muted === false || late.includes('microphone')
