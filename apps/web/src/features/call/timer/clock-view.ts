import { type Clock, usedAt } from '@visavis/contracts'

/** A clock as one sees it: whole seconds that are left, or by which it is over. */
export interface ClockView {
  readonly seconds: number
  readonly isOver: boolean
  readonly isPaused: boolean
}

/** `1:00` is shown for the first second of a minute and `0:01` for the last; time is up with `0:00`. */
export function viewClock(clock: Clock, nowMs: number): ClockView {
  const leftMs = clock.totalMs - usedAt(clock, nowMs)
  const isOver = leftMs <= 0
  const seconds = isOver ? Math.floor(-leftMs / 1000) : Math.ceil(leftMs / 1000)
  return { seconds, isOver, isPaused: clock.since === null }
}

const padded = (value: number) => String(value).padStart(2, '0')

/** `4:32`, `1:04:32`; `+0:12` once time is up. */
export function countdown({ seconds, isOver }: Pick<ClockView, 'seconds' | 'isOver'>): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const time = `${hours > 0 ? `${hours}:${padded(minutes)}` : minutes}:${padded(seconds % 60)}`
  return isOver ? `+${time}` : time
}
