import { expect, test } from 'vitest'
import { mentionBefore, namesFor } from './mention-query.ts'

test('a mention begins with @ at the start or after a space, up to the caret', () => {
  expect(mentionBefore('@', 1)).toEqual({ at: 0, query: '' })
  expect(mentionBefore('Hello @cl, there', 9)).toEqual({ at: 6, query: 'cl' })
  expect(mentionBefore('paul@cl', 7)).toBeNull()
  expect(mentionBefore('@cl ', 4)).toBeNull()
})

test('names are found by any of their words', () => {
  const names = ['Claire Lemoine', 'Paul Mercier', 'Claire Lemoine', 'Léa Clément']
  expect(namesFor('cl', names)).toEqual(['Claire Lemoine', 'Léa Clément'])
  expect(namesFor('merc', names)).toEqual(['Paul Mercier'])
  expect(namesFor('', names)).toHaveLength(3)
})
