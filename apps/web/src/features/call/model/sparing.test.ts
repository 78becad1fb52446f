import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createSparing } from './sparing.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const stopCamera = vi.fn()

test('is offered once the connection has been poor for eight seconds, and not for a moment of it', () => {
  const sparing = createSparing(stopCamera)
  sparing.rate('poor')
  vi.advanceTimersByTime(7000)
  sparing.rate('good')
  vi.advanceTimersByTime(7000)
  expect(sparing.getState().offered).toBe(false)
  sparing.rate('poor')
  sparing.rate('poor')
  vi.advanceTimersByTime(8000)
  expect(sparing.getState()).toEqual({ sparing: false, offered: true })
  sparing.rate('good')
  expect(sparing.getState().offered).toBe(false)
})

test('is never switched on unasked, stops the camera when it is, and does not offer itself again at once', () => {
  const sparing = createSparing(stopCamera)
  sparing.rate('poor')
  vi.advanceTimersByTime(8000)
  expect(stopCamera).not.toHaveBeenCalled()
  sparing.set(true)
  expect(stopCamera).toHaveBeenCalledOnce()
  expect(sparing.getState()).toEqual({ sparing: true, offered: false })
  sparing.rate('poor')
  vi.advanceTimersByTime(10_000)
  expect(sparing.getState().offered).toBe(false)

  sparing.set(false)
  sparing.rate('poor')
  vi.advanceTimersByTime(60_000)
  expect(sparing.getState().offered).toBe(false)
  vi.advanceTimersByTime(180_000)
  sparing.rate('poor')
  vi.advanceTimersByTime(8000)
  expect(sparing.getState().offered).toBe(true)
})

test('tells who listens', () => {
  const sparing = createSparing(stopCamera)
  const heard = vi.fn()
  const unsubscribe = sparing.subscribe(heard)
  sparing.set(true)
  unsubscribe()
  sparing.set(false)
  expect(heard).toHaveBeenCalledOnce()
})
