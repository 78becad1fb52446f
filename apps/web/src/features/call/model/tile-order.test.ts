import { expect, test } from 'vitest'
import { orderTiles } from './tile-order.ts'

const person = (identity: string, lastSpokeAtMs = 0) => ({ identity, lastSpokeAtMs, isLocal: identity === 'me' })

test('newcomers stand at the end, those who left make room, nobody else moves', () => {
  const people = [person('me'), person('c'), person('d'), person('a')]
  expect(orderTiles(['a', 'b', 'c', 'me'], people, 9)).toEqual(['a', 'c', 'd', 'me'])
})

test('who speaks on the second page takes the place of the one silent longest', () => {
  const people = [person('me'), person('a', 50), person('b', 10), person('c', 0), person('d', 90)]
  expect(orderTiles(['a', 'b', 'me', 'c', 'd'], people, 3)).toEqual(['a', 'd', 'me', 'c', 'b'])
})

test('on the first page nobody moves for speaking', () => {
  const people = [person('me'), person('a', 1), person('b', 99)]
  expect(orderTiles(['a', 'b', 'me'], people, 3)).toEqual(['a', 'b', 'me'])
})

test('one’s own tile is the last of the first page', () => {
  const people = [person('me'), person('a'), person('b'), person('c')]
  expect(orderTiles([], people, 2)).toEqual(['a', 'me', 'b', 'c'])
  expect(orderTiles(['me', 'a', 'b', 'c'], people, 3)).toEqual(['a', 'b', 'me', 'c'])
})

test('where only one fits, it is oneself, and the speaker heads the next page', () => {
  const people = [person('me'), person('a', 1), person('b', 9)]
  expect(orderTiles(['a', 'b'], people, 1)).toEqual(['me', 'a', 'b'])
})

test('where those who are pinned leave no place on the first page, oneself heads the next', () => {
  const people = [person('me'), person('a', 1), person('b', 9)]
  expect(orderTiles(['a', 'b'], people, 0)).toEqual(['me', 'a', 'b'])
})
