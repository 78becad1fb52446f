import type { Messages } from '@lingui/core'
import { describe, expect, test } from 'vitest'
import { catalogues, languages } from './catalogues.ts'

const compiled = import.meta.glob<{ messages: Messages }>('./*/*.json', { query: '?lingui', eager: true })
const messagesOf = (language: string, name: string): Messages => compiled[`./${language}/${name}.json`]?.messages ?? {}
const every = catalogues.flatMap((name) => languages.map((language) => [language, name] as const))

/** Words and placeholders of a compiled ICU message: a token is text, or `[name, type, choices]`. */
function partsOf(token: unknown, parts = { text: [] as string[], placeholders: new Set<string>() }) {
  if (typeof token === 'string') parts.text.push(token)
  if (!Array.isArray(token)) return parts
  for (const part of token) {
    if (!Array.isArray(part)) {
      partsOf(part, parts)
      continue
    }
    const [name, , choices] = part
    parts.placeholders.add(String(name))
    if (typeof choices === 'object' && choices !== null)
      for (const choice of Object.values(choices)) partsOf(choice, parts)
  }
  return parts
}

test('every catalogue that is there is known, in every language', () => {
  expect(Object.keys(compiled).sort()).toEqual(every.map(([language, name]) => `./${language}/${name}.json`).sort())
})

describe.each(catalogues)('%s', (name) => {
  const french = messagesOf('fr', name)
  const english = messagesOf('en', name)

  test('has the same keys in both languages, which begin with its name', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(french).sort())
    for (const key of Object.keys(french)) expect(key.split('.')[0]).toBe(name)
  })

  test('has the same placeholders in both languages', () => {
    const placeholders = (messages: Messages) =>
      Object.fromEntries(
        Object.entries(messages).map(([key, message]) => [key, [...partsOf(message).placeholders].sort()]),
      )
    expect(placeholders(english)).toEqual(placeholders(french))
  })
})

describe('typography', () => {
  const texts = (language: string) =>
    catalogues.flatMap((name) =>
      Object.entries(messagesOf(language, name)).flatMap(([key, message]) =>
        partsOf(message).text.map((text) => [key, text] as const),
      ),
    )

  test.each(languages)(
    '%s has typographic apostrophes, quotation marks and ellipses, and does not shout',
    (language) => {
      for (const [key, text] of texts(language)) expect(`${key}: ${text}`).not.toMatch(/['"]|\.\.\.|!/)
    },
  )

  test('French has a non-breaking space before high punctuation and within guillemets', () => {
    for (const [key, text] of texts('fr')) {
      expect(`${key} ${text}`).not.toMatch(/[^\u00a0\u202f][:;?»](?=\s|$)|«[^\u00a0\u202f]/)
    }
  })
})
