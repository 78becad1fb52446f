import { expect, test } from 'vitest'
import { createFlowWatch, sampleEveryMs } from './flow-watch.ts'

/** Feeds byte counts, one per sample interval, and returns what was said after each. */
function run(watch: ReturnType<typeof createFlowWatch>, bytes: (number | null)[], fromMs = 0, expected = true) {
  return bytes.map((count, index) => watch({ atMs: fromMs + index * sampleEveryMs, bytes: count, expected }))
}

const steady = [1, 2, 3, 4, 5, 6, 7]
const steadyMs = steady.length * sampleEveryMs

test('a steady flow that stops is noticed within a second, and so is its return', () => {
  const watch = createFlowWatch()
  expect(run(watch, steady)).not.toContain(true)
  const said = run(watch, [7, 7, 7, 7], steadyMs)
  expect(said).toEqual([false, false, true, true])
  expect(run(watch, [8], steadyMs + 4 * sampleEveryMs)).toEqual([false])
})

test('a quiet voice, a packet every 400 ms, is no stall', () => {
  const watch = createFlowWatch()
  expect(run(watch, [1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8])).not.toContain(true)
})

test('where nothing is expected, silence is right', () => {
  const watch = createFlowWatch()
  run(watch, steady)
  expect(run(watch, [7, 7, 7, 7, 7], steadyMs, false)).not.toContain(true)
})

test('a connection that never flowed is not called stalled', () => {
  expect(run(createFlowWatch(), [null, null, 0, 0, 0, 0, 0, 0, 0])).not.toContain(true)
})

test('throttled timers of a hidden tab prove nothing', () => {
  const watch = createFlowWatch()
  run(watch, steady)
  expect(watch({ atMs: steadyMs + 5000, bytes: 7, expected: true })).toBe(false)
})
