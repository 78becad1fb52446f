import { onUse } from '../../../platform/on-use.ts'
import type { HearingDeps } from '../hearing/watch-hearing.ts'
import type { HearingNews } from './hearing-news.ts'

/** Coming in is not to wait for it. */
const beginAfterMs = 3000
const retryAfterMs = 30_000

export type HearingStore = ReturnType<typeof followHearing>

/** Whether one hears and is heard, for the length of a call; what finds it out is fetched once the call is going. */
export function followHearing(deps: Omit<HearingDeps, 'tell'>) {
  let news: HearingNews | null = null
  let stopWatch: (() => void) | undefined
  let stopped = false
  const listeners = new Set<() => void>()

  function tell(next: HearingNews | null) {
    if (JSON.stringify(next) === JSON.stringify(news)) return
    news = next
    for (const listener of listeners) listener()
  }
  async function begin() {
    try {
      const { watchHearing } = await onUse(() => import('../hearing/watch-hearing.ts'))
      if (!stopped) stopWatch = watchHearing({ ...deps, tell })
    } catch {
      if (!stopped) timer = setTimeout(() => void begin(), retryAfterMs)
    }
  }
  let timer = setTimeout(() => void begin(), beginAfterMs)

  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    getState: () => news,
    stop() {
      stopped = true
      clearTimeout(timer)
      stopWatch?.()
    },
  }
}
