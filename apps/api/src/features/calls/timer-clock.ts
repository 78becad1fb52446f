import { type Clock, longestClockMinutes, usedAt } from '@visavis/contracts'

const minuteMs = 60_000
const longestMs = longestClockMinutes * minuteMs

const instant = (ms: number) => new Date(ms).toISOString()

/** A clock that runs from now on. */
export const startClock = (totalMs: number, nowMs: number): Clock => ({ totalMs, usedMs: 0, since: instant(nowMs) })

/** Both leave a clock alone that is so already: two hosts may say the same at once. */
export const pauseClock = (clock: Clock, nowMs: number): Clock =>
  clock.since === null ? clock : { ...clock, usedMs: usedAt(clock, nowMs), since: null }
export const resumeClock = (clock: Clock, nowMs: number): Clock =>
  clock.since === null ? { ...clock, since: instant(nowMs) } : clock

/** Leaves a minute more than is left, or a minute where time is up; never more than the longest timer. */
export function extendClock(clock: Clock, nowMs: number): Clock {
  const usedMs = Math.round(usedAt(clock, nowMs))
  const leftMs = Math.max(0, clock.totalMs - usedMs)
  return { ...clock, totalMs: usedMs + Math.min(leftMs + minuteMs, longestMs) }
}
