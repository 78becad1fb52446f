import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { HearingDeps } from '../hearing/watch-hearing.ts'
import { followHearing } from './hearing.ts'

const stopWatch = vi.fn()
const watchHearing = vi.fn((_deps: HearingDeps) => stopWatch)
vi.mock('../hearing/watch-hearing.ts', () => ({ watchHearing: (deps: HearingDeps) => watchHearing(deps) }))

beforeEach(() => {
  vi.useFakeTimers()
  stopWatch.mockReset()
  watchHearing.mockClear()
})
afterEach(() => vi.useRealTimers())

const follow = () => followHearing({} as Omit<HearingDeps, 'tell'>)

test('coming in does not wait for it, and it ends with the call', async () => {
  const hearing = follow()
  await vi.advanceTimersByTimeAsync(2900)
  expect(watchHearing).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(200)
  await vi.waitFor(() => expect(watchHearing).toHaveBeenCalledTimes(1))
  hearing.stop()
  expect(stopWatch).toHaveBeenCalledTimes(1)
})

test('a call that ends before never begins it', async () => {
  follow().stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(watchHearing).not.toHaveBeenCalled()
})

test('what is found out is told once', async () => {
  const hearing = follow()
  const listener = vi.fn()
  hearing.subscribe(listener)
  await vi.advanceTimersByTimeAsync(3000)
  await vi.waitFor(() => expect(watchHearing).toHaveBeenCalledTimes(1))
  const { tell } = watchHearing.mock.calls[0]?.[0] ?? { tell: () => {} }
  const news = () => ({ unheard: ['Paul'], unheardBy: [], byNobody: false })
  tell(news())
  tell(news())
  expect(listener).toHaveBeenCalledTimes(1)
  expect(hearing.getState()).toEqual(news())
  tell(null)
  expect(hearing.getState()).toBeNull()
})
