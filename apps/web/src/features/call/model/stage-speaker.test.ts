import { expect, test } from 'vitest'
import { stageSpeaker } from './stage-speaker.ts'

const person = (identity: string, lastSpokeAtMs = 0) => ({ identity, lastSpokeAtMs, isLocal: identity === 'me' })
const people = [person('me', 9), person('a', 1), person('b', 5)]
const speaking = (...identities: string[]) => new Set(identities)

test('whoever speaks keeps the stage, whoever begins meanwhile', () => {
  expect(stageSpeaker('a', people, speaking('b', 'a'))).toBe('a')
})

test('when they have finished, the next one who speaks takes it, and keeps it in silence', () => {
  expect(stageSpeaker('a', people, speaking('b'))).toBe('b')
  expect(stageSpeaker('b', people, speaking())).toBe('b')
})

test('one’s own voice takes no stage while others are here', () => {
  expect(stageSpeaker('a', people, speaking('me'))).toBe('a')
  expect(stageSpeaker(null, [person('me')], speaking('me'))).toBe('me')
})

test('who was heard last begins, and whoever leaves makes room', () => {
  expect(stageSpeaker(null, people, speaking())).toBe('b')
  expect(stageSpeaker('gone', people, speaking())).toBe('b')
  expect(stageSpeaker(null, [], speaking())).toBeNull()
})
