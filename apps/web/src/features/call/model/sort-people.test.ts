import { expect, test } from 'vitest'
import { sortPeople } from './sort-people.ts'

test('owner, co-hosts, then the others by name as French sorts', () => {
  const people = [
    { name: 'Zoé', role: 'participant' },
    { name: 'Éric', role: 'participant' },
    { name: 'Yann', role: 'owner' },
    { name: 'Frank', role: 'participant' },
    { name: 'Anne', role: 'cohost' },
  ] as const
  expect(sortPeople(people, 'fr').map(({ name }) => name)).toEqual(['Yann', 'Anne', 'Éric', 'Frank', 'Zoé'])
})
