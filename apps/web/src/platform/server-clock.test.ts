import { listRooms } from '@visavis/contracts'
import { afterEach, expect, test, vi } from 'vitest'
import { callApi } from './api.ts'
import { formatPast } from './i18n/formats.ts'
import { compareClocks, onServerClock } from './server-clock.ts'

const now = Date.UTC(2026, 2, 3, 10)
const dayMs = 86_400_000
const dateAt = (ms: number) => new Date(ms).toUTCString()
afterEach(() => {
  compareClocks(dateAt(Date.now()))
  vi.useRealTimers()
})

test('what happened a moment ago is not of yesterday where the clock is a day ahead', async () => {
  vi.useFakeTimers({ now: now + dayMs, toFake: ['Date'] })
  const answer = Response.json({ items: [], nextCursor: null }, { headers: { date: dateAt(now) } })
  vi.stubGlobal('fetch', async () => answer)
  await callApi(listRooms, { query: {} })
  expect(onServerClock(Date.now())).toBe(now)
  expect(formatPast(new Date(now - 5000))).toBe(formatPast(new Date(0), new Date(0)))
})

test('a clock that is right enough is left alone, and so is one that nothing is known of', () => {
  vi.useFakeTimers({ now, toFake: ['Date'] })
  compareClocks(dateAt(now - 3000))
  expect(onServerClock(now)).toBe(now)
  compareClocks(dateAt(now - dayMs))
  compareClocks(null)
  expect(onServerClock(now)).toBe(now - dayMs)
})
