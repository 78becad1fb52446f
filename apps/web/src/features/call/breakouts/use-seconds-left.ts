import { onServerClock } from '../../../platform/server-clock.ts'
import { useNow } from '../../../ui/use-now.ts'

/** Whole seconds until then, by the server's clock; null where nothing is set. */
export function useSecondsLeft(instant: string | null): number | null {
  const now = useNow(500)
  return instant === null ? null : Math.max(0, Math.ceil((Date.parse(instant) - onServerClock(now)) / 1000))
}
