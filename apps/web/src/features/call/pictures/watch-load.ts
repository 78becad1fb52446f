import type { Room } from 'livekit-client'
import { watchBlockedTime } from '../../../platform/blocked-time.ts'
import { createStrainProbe } from '../../../platform/livekit/strain.ts'
import type { PictureLimitsStore } from '../model/picture-limits.ts'
import { loadSteps } from './load-steps.ts'
import { createLoadWatch, type LoadWatch } from './load-watch.ts'

const lookEveryMs = 2000

/** Watches how the browser copes with a call, holds pictures back while it does not, and then tells of itself. */
export function watchLoad(room: Room, limits: PictureLimitsStore, tell: (watch: LoadWatch) => void): () => void {
  const watch = createLoadWatch()
  const strain = createStrainProbe(room)
  const blocked = watchBlockedTime()
  let lookedAtMs = performance.now()
  let looking = false
  let stopped = false

  async function look() {
    // A hidden page is given little time by design, and shows nothing.
    if (looking || document.visibilityState === 'hidden') return
    looking = true
    const found = await strain().catch(() => null)
    looking = false
    if (found === null || stopped) return
    const atMs = performance.now()
    watch.look({ atMs, blockedShare: blocked.take() / (atMs - lookedAtMs), ...found })
    lookedAtMs = atMs
  }
  const timer = setInterval(() => void look(), lookEveryMs)
  const unsubscribe = watch.subscribe(() => {
    limits.hold('load', loadSteps[watch.getState().step]?.limits ?? {})
    tell(watch)
  })
  return () => {
    stopped = true
    clearInterval(timer)
    unsubscribe()
    blocked.stop()
  }
}
