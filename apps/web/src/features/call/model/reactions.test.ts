import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createReactions } from './reactions.ts'

const [claire, paul] = ['c0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000000']

beforeEach(() => void vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('a reaction is shown for some seconds', () => {
  const reactions = createReactions()
  reactions.add({ identity: paul, reaction: 'applause' })
  vi.advanceTimersByTime(3000)
  reactions.add({ identity: claire, reaction: 'yes' })
  expect(reactions.getState().map(({ reaction }) => reaction)).toEqual(['applause', 'yes'])
  vi.advanceTimersByTime(2000)
  expect(reactions.getState().map(({ reaction }) => reaction)).toEqual(['yes'])
  vi.advanceTimersByTime(3000)
  expect(reactions.getState()).toEqual([])
})

test('nobody fills the screen alone', () => {
  const reactions = createReactions()
  reactions.add({ identity: claire, reaction: 'yes' })
  for (let n = 0; n < 50; n++) reactions.add({ identity: paul, reaction: 'party' })
  const shown = reactions.getState()
  expect(shown.filter(({ identity }) => identity === paul).map(({ id }) => id)).toEqual([47, 48, 49, 50, 51])
  expect(shown.filter(({ identity }) => identity === claire)).toHaveLength(1)
})
