import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { displayNameSchema, normalizeName } from './names.ts'

describe('normalizeName', () => {
  it.each([
    ['white space', '  Anne \t\n Roche ', 'Anne Roche'],
    ['decomposed letters', 'Rene\u0301e', 'Renée'],
    ['characters that turn the direction', 'Anne\u202eehcoR\u202c', 'AnneehcoR'],
    ['isolates', '\u2067Anne\u2069', 'Anne'],
    ['zero-width characters', 'An\u200bne\ufeff', 'Anne'],
    ['soft hyphens and blank letters', 'An\u00adne\u3164', 'Anne'],
  ])('mends %s', (_, given, mended) => {
    expect(normalizeName(given)).toBe(mended)
  })

  it('keeps a joined emoji whole, and drops the joiner elsewhere', () => {
    expect(normalizeName('Anne 👩‍💻')).toBe('Anne 👩‍💻')
    expect(normalizeName('An\u200dne')).toBe('Anne')
  })

  it('changes nothing the second time', () => {
    const once = normalizeName(' An\u200dne\u202e  Rene\u0301e 👩‍💻 ')
    expect(normalizeName(once)).toBe(once)
  })
})

describe('displayNameSchema', () => {
  it.each(['Anne', '山田太郎', 'Ólafur Þór', "N'Guyen"])('takes %s as it is', (name) => {
    expect(z.parse(displayNameSchema, name)).toBe(name)
  })

  it.each([
    ['nothing', ''],
    ['nothing that could be seen', '\u200b\u202e \u3164'],
    ['more than 60 characters', 'n'.repeat(61)],
    ['2,000 characters', 'n'.repeat(2_000)],
    ['2,000 invisible ones', '\u200b'.repeat(2_000)],
  ])('refuses %s', (_, name) => {
    expect(z.safeParse(displayNameSchema, name).success).toBe(false)
  })
})
