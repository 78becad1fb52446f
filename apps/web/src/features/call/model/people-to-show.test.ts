import { expect, test } from 'vitest'
import { peopleToShow } from './people-to-show.ts'

const view = { layout: 'auto', hideSelf: false, mirrorSelf: true, hideWithoutVideo: false, pinned: [] } as const
const person = (identity: string, participant: unknown = {}) => ({ identity, isLocal: identity === 'me', participant })
const people = [person('me'), person('a'), person('b')]
const shown = (...[people, ...rest]: Parameters<typeof peopleToShow>) =>
  peopleToShow(people, ...rest).map(({ identity }) => identity)
const withVideo = new Set(['a'])

test('everybody is shown until one chooses otherwise', () => {
  expect(shown(people, view, withVideo)).toEqual(['me', 'a', 'b'])
})

test('oneself can be hidden', () => {
  expect(shown(people, { ...view, hideSelf: true }, withVideo)).toEqual(['a', 'b'])
})

test('others without video can be hidden, unless they are pinned', () => {
  const hiding = { ...view, hideWithoutVideo: true }
  expect(shown(people, hiding, withVideo)).toEqual(['me', 'a'])
  expect(shown(people, { ...hiding, pinned: ['b'] }, withVideo)).toEqual(['me', 'a', 'b'])
})

test('while a connection is restored, nobody vanishes for want of a picture', () => {
  const hiding = { ...view, hideWithoutVideo: true }
  expect(shown([person('me'), person('a', null)], hiding, new Set())).toEqual(['me', 'a'])
})
