import { expect, test, vi } from 'vitest'
import { createMoves } from './moves.ts'

function setup() {
  const onMoved = vi.fn()
  const moves = createMoves<{ release: () => void }>(onMoved)
  const session = () => ({ release: vi.fn() })
  const first = session()
  moves.start(first)
  return { onMoved, moves, first, session }
}

test('the session that takes over ends the one before', () => {
  const { onMoved, moves, first, session } = setup()
  const next = session()
  expect(moves.begin()).toBe(true)
  moves.prepare(next)
  moves.show(next)
  moves.end()
  expect(first.release).toHaveBeenCalledTimes(1)
  expect(next.release).not.toHaveBeenCalled()
  expect(onMoved).toHaveBeenCalledExactlyOnceWith(next)
  expect(moves.getShown()).toBe(next)
})

test('one move at a time, and whoever shows that is told', () => {
  const { moves } = setup()
  const heard = vi.fn()
  moves.subscribe(heard)
  moves.begin()
  expect([moves.getState(), moves.begin()]).toEqual([true, false])
  moves.end()
  expect(moves.getState()).toBe(false)
  expect(heard).toHaveBeenCalledTimes(2)
  expect(moves.begin()).toBe(true)
})

test('where the API sends one on in mid-move, nothing is left connected on the way', () => {
  const { moves, first, session } = setup()
  const [onTheWay, elsewhere] = [session(), session()]
  moves.begin()
  moves.prepare(onTheWay)
  moves.show(elsewhere)
  expect(first.release).toHaveBeenCalledTimes(1)
  expect(onTheWay.release).toHaveBeenCalledTimes(1)
})
