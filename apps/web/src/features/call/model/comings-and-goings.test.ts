import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createComingsAndGoings, listOf } from './comings-and-goings.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const people = (...names: string[]) => new Map(names.map((name) => [name.toLowerCase(), name]))

test('who comes within the same second is told as one', () => {
  const tell = vi.fn()
  const { note } = createComingsAndGoings(tell)
  note(people('Claire'), people('Claire', 'Paul'))
  vi.advanceTimersByTime(600)
  note(people('Claire', 'Paul'), people('Paul', 'Sonia'))
  expect(tell).not.toHaveBeenCalled()
  vi.advanceTimersByTime(400)
  expect(tell).toHaveBeenCalledExactlyOnceWith({ came: ['Paul', 'Sonia'], left: ['Claire'] })
  note(people('Paul'), people())
  vi.advanceTimersByTime(1000)
  expect(tell).toHaveBeenLastCalledWith({ came: [], left: ['Paul'] })
})

test('who leaves and comes back at once is no news', () => {
  const tell = vi.fn()
  const { note } = createComingsAndGoings(tell)
  note(people('Paul'), people())
  note(people(), people('Paul'))
  note(people('Paul'), people('Paul', 'Sonia'))
  note(people('Paul', 'Sonia'), people('Paul'))
  vi.advanceTimersByTime(5000)
  expect(tell).not.toHaveBeenCalled()
})

test('nothing is told once it is over', () => {
  const tell = vi.fn()
  const { note, stop } = createComingsAndGoings(tell)
  note(people(), people('Paul'))
  stop()
  vi.advanceTimersByTime(5000)
  expect(tell).not.toHaveBeenCalled()
})

test('two are named, the rest is counted', () => {
  expect(listOf(['Paul'])).toEqual({ size: 'one', values: { first: 'Paul' } })
  expect(listOf(['Paul', 'Sonia'])).toEqual({ size: 'two', values: { first: 'Paul', second: 'Sonia' } })
  expect(listOf(['Paul', 'Sonia', 'Ali', 'Zoé'])).toEqual({
    size: 'many',
    values: { first: 'Paul', second: 'Sonia', count: 2 },
  })
})
