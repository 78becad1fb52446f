import { expect, test } from 'vitest'
import { createServerTime } from './server-time.ts'

const tenOClock = Date.UTC(2026, 2, 3, 10)
const instant = (afterMs: number) => new Date(tenOClock + afterMs).toISOString()

test('goes by the message that took least to come, whatever this machine’s clock says', () => {
  let elapsed = 5000
  const time = createServerTime(() => elapsed)
  elapsed += 800
  time.note(instant(0))
  expect(time.now()).toBe(tenOClock)
  elapsed += 10_000
  // Says 10,700 ms later, 10,000 ms after: the first one was 700 ms longer on its way.
  time.note(instant(10_700))
  expect(time.now()).toBe(tenOClock + 10_700)
  elapsed += 1000
  time.note(instant(9000))
  expect(time.now()).toBe(tenOClock + 11_700)
})

test('is right again with the first message after a sleep in which time stood still', () => {
  const time = createServerTime(() => 5000)
  time.note(instant(0))
  time.note(instant(3_600_000))
  expect(time.now()).toBe(tenOClock + 3_600_000)
})
