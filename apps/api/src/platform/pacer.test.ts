import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createPacer } from './pacer.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('tells at once, then once a second with all that came meanwhile, each key by itself', () => {
  const told: string[] = []
  const { note } = createPacer<number>(
    async (key, items) => void told.push(`${key}: ${items.join(' ')}`),
    1000,
    () => {},
  )
  for (const item of [1, 2, 3]) note('a', item)
  note('b', 4)
  expect(told).toEqual(['a: 1', 'b: 4'])
  vi.advanceTimersByTime(1000)
  expect(told).toEqual(['a: 1', 'b: 4', 'a: 2 3'])
  vi.advanceTimersByTime(5000)
  note('a', 5)
  expect(told.slice(3)).toEqual(['a: 5'])
  expect(vi.getTimerCount()).toBe(1)
})

it('says what failed, and goes on; stopped, it is silent', async () => {
  const errors: unknown[] = []
  const work = vi.fn(() => Promise.reject(new Error('away')))
  const pacer = createPacer<number>(work, 1000, (error) => errors.push(error))
  pacer.note('a', 1)
  pacer.note('a', 2)
  await vi.advanceTimersByTimeAsync(1000)
  expect([work.mock.calls.length, errors.length]).toEqual([2, 2])
  pacer.note('a', 3)
  pacer.stop()
  await vi.advanceTimersByTimeAsync(5000)
  expect(work).toHaveBeenCalledTimes(2)
})
