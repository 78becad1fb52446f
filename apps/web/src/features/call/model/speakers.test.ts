import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createSpeakers, silentAfterMs } from './speakers.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const speaking = (speakers: ReturnType<typeof createSpeakers>) => [...speakers.getSpeaking()]

test('a voice counts at once, and until it has been silent for a moment', () => {
  const speakers = createSpeakers()
  speakers.hear(['a'])
  expect(speaking(speakers)).toEqual(['a'])
  speakers.hear([])
  vi.advanceTimersByTime(silentAfterMs - 1)
  expect(speaking(speakers)).toEqual(['a'])
  vi.advanceTimersByTime(1)
  expect(speaking(speakers)).toEqual([])
})

test('pauses between words change nothing, and nobody is told of them', () => {
  const speakers = createSpeakers()
  const changed = vi.fn()
  speakers.subscribe(changed)
  for (let word = 0; word < 10; word++) {
    speakers.hear(['a'])
    vi.advanceTimersByTime(300)
    speakers.hear([])
    vi.advanceTimersByTime(silentAfterMs / 2)
  }
  expect(speaking(speakers)).toEqual(['a'])
  expect(changed).toHaveBeenCalledTimes(1)
})

test('silence is measured from its beginning, however often it is told', () => {
  const speakers = createSpeakers()
  speakers.hear(['a'])
  speakers.hear([])
  vi.advanceTimersByTime(silentAfterMs / 2)
  speakers.hear(['b'])
  vi.advanceTimersByTime(silentAfterMs / 2)
  expect(speaking(speakers)).toEqual(['b'])
})

test('after the call nothing is left to happen', () => {
  const speakers = createSpeakers()
  speakers.hear(['a'])
  speakers.hear([])
  speakers.stop()
  expect(vi.getTimerCount()).toBe(0)
})
