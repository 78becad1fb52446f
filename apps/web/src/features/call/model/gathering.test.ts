import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createGathering } from './gathering.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('what happens within the time is told at once, however much comes and however long it goes on', () => {
  const tell = vi.fn()
  const { add } = createGathering<string>(tell, 1000)
  add()
  vi.advanceTimersByTime(5000)
  expect(tell).not.toHaveBeenCalled()
  for (const item of ['a', 'b', 'c', 'd']) {
    add(item)
    vi.advanceTimersByTime(400)
  }
  expect(tell).toHaveBeenCalledExactlyOnceWith(['a', 'b', 'c'])
  vi.advanceTimersByTime(1000)
  expect(tell).toHaveBeenLastCalledWith(['d'])
})

test('once stopped it tells nothing, and begins anew with what comes later', () => {
  const tell = vi.fn()
  const { add, stop } = createGathering<string>(tell, 1000)
  add('a')
  stop()
  vi.advanceTimersByTime(5000)
  expect(tell).not.toHaveBeenCalled()
  add('b')
  vi.advanceTimersByTime(1000)
  expect(tell).toHaveBeenCalledExactlyOnceWith(['b'])
})
