import type { Breakouts } from '@visavis/contracts'
import { useEffect } from 'react'
import { onServerClock } from '../../../platform/server-clock.ts'
import { useGo } from './use-go.ts'

/** Hundreds come back at once: they come within this time. */
const arriveWithinMs = 1000

/** Goes back to the main call when everybody is to be there, or when one has been sent there. */
export function useReturn(fresh: Breakouts | null, isAway: boolean): void {
  const go = useGo()
  const closesAt = fresh?.closesAt ?? null
  const sentBack = fresh !== null && fresh.own.placeId === null
  useEffect(() => {
    if (!isAway || closesAt === null) return
    const inMs = Date.parse(closesAt) - onServerClock(Date.now()) + Math.random() * arriveWithinMs
    const timer = setTimeout(() => go(null), Math.max(0, inMs))
    return () => clearTimeout(timer)
  }, [isAway, closesAt, go])
  useEffect(() => {
    if (isAway && sentBack) go(null)
  }, [isAway, sentBack, go])
}
