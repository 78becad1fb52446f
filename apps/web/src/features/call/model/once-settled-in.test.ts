import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Connection, ConnectionState } from './connection.ts'
import { onceSettledIn } from './once-settled-in.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function connectionOf() {
  let state: ConnectionState = { phase: 'connecting' }
  const listeners = new Set<() => void>()
  const connection = {
    getState: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  } as unknown as Connection
  return {
    connection,
    become(phase: 'connected' | 'reconnecting') {
      state = { phase }
      for (const listener of listeners) listener()
    },
  }
}

test('starts a while after the first connection, once, and stops with the call', async () => {
  const { connection, become } = connectionOf()
  const stop = vi.fn()
  const start = vi.fn(async () => stop)
  const end = onceSettledIn(connection, start)
  await vi.advanceTimersByTimeAsync(5000)
  expect(start).not.toHaveBeenCalled()
  become('connected')
  expect(start).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1000)
  become('reconnecting')
  become('connected')
  await vi.advanceTimersByTimeAsync(5000)
  expect(start).toHaveBeenCalledOnce()
  end()
  expect(stop).toHaveBeenCalledOnce()
})

test('what arrives after the call is over is stopped at once, and what cannot be had is done without', async () => {
  const { connection, become } = connectionOf()
  const stop = vi.fn()
  const { promise, resolve } = Promise.withResolvers<() => void>()
  const end = onceSettledIn(connection, () => promise)
  onceSettledIn(connection, () => Promise.reject(new TypeError('Failed to fetch dynamically imported module')))
  become('connected')
  await vi.advanceTimersByTimeAsync(1000)
  end()
  resolve(stop)
  await vi.advanceTimersByTimeAsync(0)
  expect(stop).toHaveBeenCalled()
})
