import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ConnectionState } from './connection.ts'
import { watchOrigin } from './watch-origin.ts'

let state: ConnectionState
let tell: () => void
let there: boolean
let stop: () => void
const [restart, retryNow, answers] = [vi.fn(), vi.fn(), vi.fn(async () => there)]

beforeEach(() => {
  vi.useFakeTimers()
  vi.clearAllMocks()
  state = { phase: 'connected' }
  there = true
  const subscribe = (listener: () => void) => {
    tell = listener
    return () => undefined
  }
  stop = watchOrigin({ connection: { subscribe, getState: () => state, retryNow }, restart, answers })
})
afterEach(() => {
  stop()
  vi.useRealTimers()
})

function become(next: ConnectionState) {
  state = next
  tell()
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const waiting = { phase: 'rejoining', failures: 3, retryAtMs: 99_999 } as const

test('nobody is asked while all is well', async () => {
  await pass(60_000)
  expect(answers).not.toHaveBeenCalled()
})

test('media that stall though the origin answers are connected anew, once, and not at the first answer', async () => {
  become({ phase: 'stalled' })
  await pass(2000)
  expect(restart).not.toHaveBeenCalled()
  await pass(1000)
  expect(restart).toHaveBeenCalledTimes(1)
  become({ phase: 'reconnecting' })
  await pass(20_000)
  expect(restart).toHaveBeenCalledTimes(1)
})

test('where nothing answers the network is gone: what there is comes back with it', async () => {
  there = false
  become({ phase: 'stalled' })
  await pass(10_000)
  there = true
  await pass(1000)
  become({ phase: 'connected' })
  await pass(10_000)
  expect(restart).not.toHaveBeenCalled()
})

test('a wait for the next try ends when the network is back', async () => {
  there = false
  become({ phase: 'reconnecting' })
  await pass(4000)
  become(waiting)
  await pass(4000)
  expect(retryNow).not.toHaveBeenCalled()
  there = true
  await pass(2000)
  expect(retryNow).toHaveBeenCalledTimes(1)
  await pass(20_000)
  expect(retryNow).toHaveBeenCalledTimes(1)
})

test('a try that is under way is let be; the wait after it is cut short', async () => {
  there = false
  become({ ...waiting, retryAtMs: null })
  await pass(4000)
  there = true
  await pass(4000)
  expect(retryNow).not.toHaveBeenCalled()
  become(waiting)
  await pass(2000)
  expect(retryNow).toHaveBeenCalledTimes(1)
})

test('an origin that answers all along changes nothing about when to ask for the SFU again', async () => {
  become(waiting)
  await pass(60_000)
  expect(retryNow).not.toHaveBeenCalled()
})
