import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { speakersOf } from './listeners.ts'

const people = (count: number) => Array.from({ length: count }, () => randomUUID())
const listenersOf = (speaker: string, all: readonly string[]) =>
  all.filter((listener) => speakersOf(listener, all).includes(speaker))

it.each([
  [1, 0],
  [2, 1],
  [5, 4],
  [6, 5],
  [50, 5],
])('among %i everybody has %i listeners, listens to as many, and never to themselves', (count, each) => {
  const all = people(count)
  for (const person of all) {
    expect(listenersOf(person, all)).toHaveLength(each)
    expect(new Set(speakersOf(person, all)).size).toBe(each)
    expect(speakersOf(person, all)).not.toContain(person)
  }
})

it('is the same in whatever order they are known, and for one whose coming is not written down yet', () => {
  const all = people(20)
  const [first = ''] = all
  expect(speakersOf(first, all.toReversed())).toEqual(speakersOf(first, all))
  expect(speakersOf(first, all.slice(1))).toEqual(speakersOf(first, all))
})

it('changes for five when somebody leaves', () => {
  const all = people(30)
  const [gone = '', ...rest] = all
  const changed = rest.filter((person) => String(speakersOf(person, all)) !== String(speakersOf(person, rest)))
  expect(changed.toSorted()).toEqual(listenersOf(gone, all).toSorted())
})
