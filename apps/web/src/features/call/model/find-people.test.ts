import { expect, test } from 'vitest'
import { findPeople } from './find-people.ts'

const people = ['Élodie Étienne', 'Hélène Le Goff', 'Paul Mercier', 'نور حداد'].map((name) => ({ name }))
const found = (text: string) => findPeople(people, text).map(({ name }) => name)

test.each([
  ['', ['Élodie Étienne', 'Hélène Le Goff', 'Paul Mercier', 'نور حداد']],
  ['  ', ['Élodie Étienne', 'Hélène Le Goff', 'Paul Mercier', 'نور حداد']],
  ['elo', ['Élodie Étienne']],
  ['ÉTI elodie', ['Élodie Étienne']],
  ['goff hel', ['Hélène Le Goff']],
  ['mercier paula', []],
  ['نور', ['نور حداد']],
])('“%s” finds', (text, names) => expect(found(text)).toEqual(names))
