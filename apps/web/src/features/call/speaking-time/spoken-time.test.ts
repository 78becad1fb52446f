import { expect, test } from 'vitest'
import { createSpokenTime } from './spoken-time.ts'

test('adds up while somebody speaks, and says what is so far while they do', () => {
  const spoken = createSpokenTime()
  spoken.set(false, 0)
  spoken.set(true, 1000)
  spoken.set(true, 1500.4)
  expect(spoken.total()).toBe(500)
  spoken.set(false, 3000)
  spoken.set(false, 60_000)
  expect(spoken.total()).toBe(2000)
})
