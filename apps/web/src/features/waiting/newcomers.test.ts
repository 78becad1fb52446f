import type { LobbyEntry } from '@visavis/contracts'
import { expect, test } from 'vitest'
import { idsByRoom, newcomers } from './newcomers.ts'

const entry = (id: string, slug = 'abc-defg-hij'): LobbyEntry => ({
  id,
  slug,
  roomName: 'Point hebdo',
  displayName: id,
  verified: false,
  requestedAt: '2026-01-01T00:00:00.000Z',
})

test('only those who were not there before are new', () => {
  expect(newcomers([], [entry('a')]).map(({ id }) => id)).toEqual(['a'])
  expect(newcomers([entry('a')], [entry('a'), entry('b')]).map(({ id }) => id)).toEqual(['b'])
})

test('a snapshot sent again after a reconnect rings for nobody', () => {
  expect(newcomers([entry('a'), entry('b')], [entry('a'), entry('b')])).toEqual([])
})

test('a decision about people in two rooms is two requests', () => {
  const rooms = idsByRoom([entry('a'), entry('b', 'xyz-abcd-efg'), entry('c')])
  expect([...rooms]).toEqual([
    ['abc-defg-hij', ['a', 'c']],
    ['xyz-abcd-efg', ['b']],
  ])
})
