import { expect, test } from 'vitest'
import { keepPeople } from './keep-people.ts'

const here = (identity: string) => ({ identity, here: true })
const gone = ({ identity }: { identity: string }) => ({ identity, here: false })

test('who vanished with the connection keeps the place, and takes it again', () => {
  const before = [here('a'), here('b')]
  expect(keepPeople(before, [here('a')], gone)).toEqual([here('a'), gone(here('b'))])
  expect(keepPeople(before, [here('b'), here('a')], gone)).toEqual([here('a'), here('b')])
})

test('newcomers stand behind', () => {
  expect(keepPeople([here('a')], [here('c')], gone)).toEqual([gone(here('a')), here('c')])
})
