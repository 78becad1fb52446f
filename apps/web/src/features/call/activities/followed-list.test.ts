import { expect, test } from 'vitest'
import { createFollowedList } from './followed-list.ts'

const item = (id: string, revision: number) => ({ id, revision })

function listWith(...answers: (() => Promise<{ id: string; revision: number }[]>)[]) {
  const list = createFollowedList(() => answers.shift()?.() ?? Promise.reject(new Error('away')))
  return { list, shown: () => list.getState().items.map(({ id, revision }) => `${id}${revision}`) }
}

test('of each the greatest revision holds, in whatever order they arrive', async () => {
  const { list, shown } = listWith(async () => [item('a', 2), item('b', 1)])
  list.put(item('b', 4))
  list.put(item('b', 3))
  await list.refresh()
  expect(shown()).toEqual(['a2', 'b4'])
  list.put(item('a', 2))
  list.put(item('a', 1))
  expect(shown()).toEqual(['a2', 'b4'])
})

test('an answer takes away what is gone, and not what came while it was under way', async () => {
  const answer = Promise.withResolvers<{ id: string; revision: number }[]>()
  const { list, shown } = listWith(
    async () => [item('a', 1), item('b', 1)],
    () => answer.promise,
  )
  await list.refresh()
  const refreshed = list.refresh()
  list.put(item('c', 1))
  answer.resolve([item('b', 1)])
  await refreshed
  expect(shown()).toEqual(['c1', 'b1'])
})

test('what could not be had is said, and what is there stays', async () => {
  const { list, shown } = listWith(async () => [item('a', 1)])
  await list.refresh()
  await list.refresh()
  expect(list.getState()).toMatchObject({ loaded: true, failed: true })
  expect(shown()).toEqual(['a1'])
  list.stop()
})
