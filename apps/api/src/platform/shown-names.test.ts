import { describe, expect, it, test } from 'vitest'
import { isChoosable, isVouchedFor, providedName } from './shown-names.ts'

const email = 'a.lg@numerique.example'
const anne = { givenName: 'Anne-Marie Éloïse', usualName: 'Le Goff', email }

describe('what the provider vouches for', () => {
  it.each([
    'Anne Le Goff',
    'Marie Le Goff',
    'Éloïse Le Goff',
    'Eloise LE GOFF',
    'Anne-Marie Le Goff',
    'A.-M. Le Goff',
    'Anne É. Le Goff',
    'Elo Le-Goff',
  ])('is %s', (name) => expect(isVouchedFor(name, anne)).toBe(true))

  it.each([
    ['another given name', 'Sophie Le Goff'],
    ['the family name cut off', 'Anne Goff'],
    ['the family name in one word', 'Anne Legoff'],
    ['another family name', 'Anne Le Goffic'],
    ['a name of one’s own behind it', 'Anne Le Goff Martin'],
    ['a name of one’s own before it', 'Directrice Anne Le Goff'],
    ['the family name alone', 'Le Goff'],
    ['given names in another order', 'Éloïse Anne Le Goff'],
    ['one given name twice', 'Anne Anne Le Goff'],
    ['letters that only look alike', 'Аnne Le Goff'],
    ['a number', 'Anne Le Goff (2)'],
    ['an emoji', 'Anne 🌻 Le Goff'],
    ['a heap of marks', 'A\u0336\u0337\u0338nne Le Goff'],
    ['a word between', 'Anne de Le Goff'],
    ['nothing', ''],
  ])('is not %s', (_, name) => expect(isVouchedFor(name, anne)).toBe(false))
})

test('a given name that begins like the family name costs neither', () => {
  expect(isVouchedFor('Martin Martin', { givenName: 'Martin', usualName: 'Martin' })).toBe(true)
  expect(isVouchedFor('Martin', { givenName: 'Martin', usualName: 'Martin' })).toBe(false)
})

test('without both names there is nothing to choose', () => {
  expect(isChoosable(anne)).toBe(true)
  for (const part of ['givenName', 'usualName'] as const) {
    expect(isChoosable({ ...anne, [part]: null })).toBe(false)
    expect(isVouchedFor('Anne Le Goff', { ...anne, [part]: null })).toBe(false)
  }
})

test('the provider’s name is both of them, or the e-mail, never too long', () => {
  expect(providedName(anne)).toBe('Anne-Marie Éloïse Le Goff')
  expect(providedName({ givenName: null, usualName: null, email })).toBe(email)
  expect(providedName({ ...anne, givenName: 'Anne\u202e', usualName: `R${'o'.repeat(80)}` })).toBe(
    `Anne R${'o'.repeat(54)}`,
  )
})
