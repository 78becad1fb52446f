import { expect, test } from 'vitest'
import { withoutPicture } from './cameras-shown.ts'

const person = (identity: string, cameraOn = true, isLocal = false) => ({ identity, cameraOn, isLocal })
const people = [person('me', true, true), person('a'), person('b', false), person('c'), person('d')]

test('the cameras of those who stand first are shown, as many as there may be; one’s own does not count', () => {
  expect(withoutPicture(people, Infinity)).toEqual(new Set())
  expect(withoutPicture(people, 3)).toEqual(new Set())
  expect(withoutPicture(people, 2)).toEqual(new Set(['d']))
  expect(withoutPicture(people, 0)).toEqual(new Set(['a', 'c', 'd']))
})
