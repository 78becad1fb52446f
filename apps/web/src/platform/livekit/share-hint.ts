import type { LocalVideoTrack } from 'livekit-client'
import { remember, remembered } from '../storage.ts'

export const shareHints = ['detail', 'motion'] as const
/** What a shared screen is for: text to be read, or a film to be watched. */
export type ShareHint = (typeof shareHints)[number]

const framesPerSecond = { detail: 15, motion: 30 } as const

/** What was chosen last in this browser; text at first. */
export const rememberedShareHint = (): ShareHint => (remembered('share.hint') === 'motion' ? 'motion' : 'detail')
export const rememberShareHint = (hint: ShareHint): void => remember('share.hint', hint)

/**
 * Tells capture and encoder what to keep when they cannot keep all: sharpness or smoothness. What a browser does not
 * know of this it leaves as it was.
 */
export async function applyShareHint({ mediaStreamTrack }: LocalVideoTrack, hint: ShareHint): Promise<void> {
  mediaStreamTrack.contentHint = hint
  await mediaStreamTrack.applyConstraints({ frameRate: framesPerSecond[hint] }).catch(() => undefined)
}
