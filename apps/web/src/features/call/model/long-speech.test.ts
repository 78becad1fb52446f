import { expect, test } from 'vitest'
import { createLongSpeech } from './long-speech.ts'

/** Samples twice a second; `1` speaks. Returns the seconds at which it was enough. */
function enoughAt(pattern: string): number[] {
  const speech = createLongSpeech()
  return pattern.split('').flatMap((sample, index) => (speech(sample === '1', index * 500) ? [index / 2] : []))
}

test('five seconds of speech are enough, and five more are again', () => {
  expect(enoughAt('1'.repeat(11))).toEqual([5])
  expect(enoughAt('1'.repeat(21))).toEqual([5, 10])
})

test('taking breath does not count, and does not begin anew', () => {
  expect(enoughAt('111110000111111')).toEqual([7])
})

test('a word now and then is not having the floor', () => {
  expect(enoughAt('1100000'.repeat(20))).toEqual([])
  expect(enoughAt('0'.repeat(60))).toEqual([])
})
