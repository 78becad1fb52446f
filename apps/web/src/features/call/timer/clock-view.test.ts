import type { Clock } from '@visavis/contracts'
import { expect, test } from 'vitest'
import { countdown, viewClock } from './clock-view.ts'

const start = Date.UTC(2026, 2, 3, 10)
const clock: Clock = { totalMs: 60_000, usedMs: 0, since: new Date(start).toISOString() }
const shown = (afterMs: number, of = clock) => countdown(viewClock(of, start + afterMs))

test('counts down in whole seconds, and over once time is up', () => {
  const left = [0, 1, 999, 1000, 59_001, 59_999].map((afterMs) => shown(afterMs))
  expect(left.join(' ')).toBe('1:00 1:00 1:00 0:59 0:01 0:01')
  const over = [60_000, 60_999, 61_000, 3_720_000].map((afterMs) => shown(afterMs))
  expect(over.join(' ')).toBe('+0:00 +0:00 +0:01 +1:01:00')
  expect(viewClock(clock, start + 59_999).isOver).toBe(false)
  expect(viewClock(clock, start + 60_000).isOver).toBe(true)
})

test('stands still while it is paused, before and after its end', () => {
  const paused = { ...clock, usedMs: 30_000, since: null }
  expect(viewClock(paused, start + 600_000)).toEqual({ seconds: 30, isOver: false, isPaused: true })
  expect(shown(600_000, { ...paused, usedMs: 65_000 })).toBe('+0:05')
})

test('writes hours where there are any', () => {
  expect(shown(0, { ...clock, totalMs: 43_200_000 })).toBe('12:00:00')
  expect(shown(1000, { ...clock, totalMs: 3_600_000 })).toBe('59:59')
})
