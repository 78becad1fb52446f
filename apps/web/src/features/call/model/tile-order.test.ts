import { expect, test } from 'vitest'
import { orderTiles } from './tile-order.ts'

const person = (identity: string, lastSpokeAtMs = 0) => ({ identity, lastSpokeAtMs, isLocal: identity === 'me' })

test('newcomers stand at the end, those who left make room, nobody else moves', () => {
  const people = [person('me'), person('c'), person('d'), person('a')]
  expect(orderTiles(['me', 'a', 'b', 'c'], people, 9)).toEqual(['me', 'a', 'c', 'd'])
})

test('who speaks on the second page takes the place of the one silent longest', () => {
  const people = [person('me'), person('a', 50), person('b', 10), person('c', 0), person('d', 90)]
  expect(orderTiles(['me', 'a', 'b', 'c', 'd'], people, 3)).toEqual(['me', 'a', 'd', 'c', 'b'])
})

test('on the first page nobody moves for speaking', () => {
  const people = [person('me'), person('a', 1), person('b', 99)]
  expect(orderTiles(['me', 'a', 'b'], people, 3)).toEqual(['me', 'a', 'b'])
})

test('one’s own tile is never sent away, and comes forward when it was', () => {
  const people = [person('me'), person('a', 5), person('b', 9)]
  expect(orderTiles(['me', 'a', 'b'], people, 1)).toEqual(['me', 'a', 'b'])
  expect(orderTiles(['a', 'b', 'me'], people, 2)).toEqual(['me', 'b', 'a'])
})
