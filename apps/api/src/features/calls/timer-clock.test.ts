import { usedAt } from '@visavis/contracts'
import { expect, it } from 'vitest'
import { extendClock, pauseClock, resumeClock, startClock } from './timer-clock.ts'

const start = Date.UTC(2026, 2, 3, 10)
const second = 1000
const minute = 60 * second

it('runs only while it is not paused, and what is paused twice or resumed twice is so once', () => {
  const running = startClock(5 * minute, start)
  const paused = pauseClock(running, start + 10 * second)
  expect(usedAt(paused, start + minute)).toBe(10 * second)
  expect(pauseClock(paused, start + minute)).toBe(paused)
  const resumed = resumeClock(paused, start + minute)
  expect(resumeClock(resumed, start + 2 * minute)).toBe(resumed)
  expect(usedAt(resumed, start + minute + 5 * second)).toBe(15 * second)
})

it('has not run backwards for who reads it by a clock that is a little behind', () => {
  expect(usedAt(startClock(minute, start), start - 500)).toBe(0)
})

it('has a minute more than was left, a minute where time was up, and never more than twelve hours', () => {
  const left = (totalMs: number, afterMs: number) => {
    const clock = extendClock(startClock(totalMs, start), start + afterMs)
    return clock.totalMs - usedAt(clock, start + afterMs)
  }
  expect(left(5 * minute, minute)).toBe(5 * minute)
  expect(left(minute, 10 * minute)).toBe(minute)
  expect(left(720 * minute, second)).toBe(720 * minute)
})
