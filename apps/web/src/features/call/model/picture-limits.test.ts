import { expect, test, vi } from 'vitest'
import { createPictureLimits, noLimits } from './picture-limits.ts'

test('of several reasons the strictest counts, and each can be taken back by itself', () => {
  const limits = createPictureLimits()
  limits.hold('chosen', { send: 360 })
  limits.hold('load', { send: 180, receive: 360 })
  expect(limits.getState()).toEqual({ ...noLimits, send: 180, receive: 360 })
  limits.hold('load', {})
  expect(limits.getState()).toEqual({ ...noLimits, send: 360 })
  limits.hold('chosen', {})
  expect(limits.getState()).toEqual(noLimits)
})

test('who listens is told of what is different, and of nothing else', () => {
  const limits = createPictureLimits()
  const heard = vi.fn()
  const unsubscribe = limits.subscribe(heard)
  limits.hold('chosen', { send: 360 })
  limits.hold('load', { send: 720 })
  expect(heard).toHaveBeenCalledOnce()
  unsubscribe()
  limits.hold('chosen', {})
  expect(heard).toHaveBeenCalledOnce()
})
