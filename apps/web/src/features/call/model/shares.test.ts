import { expect, test } from 'vitest'
import { byAge, shareOnStage } from './shares.ts'

test('shares stand by age, in whatever order they are told', () => {
  expect(byAge(['b'], ['a', 'b'])).toEqual(['b', 'a'])
  expect(byAge(['b', 'a'], ['a', 'c'])).toEqual(['a', 'c'])
})

test('the newest has the stage', () => {
  expect(shareOnStage([], null)).toBeNull()
  expect(shareOnStage(['a', 'b'], null)).toBe('b')
})

test('a choice holds until it ends or a newer share begins', () => {
  const choice = { id: 'a', newest: 'b' }
  expect(shareOnStage(['a', 'b'], choice)).toBe('a')
  expect(shareOnStage(['a', 'b', 'c'], choice)).toBe('c')
  expect(shareOnStage(['b'], choice)).toBe('b')
})

test('the end of the newest changes nothing for who looks at another', () => {
  expect(shareOnStage(['a', 'x'], { id: 'a', newest: 'b' })).toBe('a')
})
