import { slugSchema } from '@visavis/contracts'

/** What somebody typed or pasted, as a room's slug, or what is wrong with it. */
export type ParsedLink =
  | { slug: string }
  | { fault: 'empty' | 'foreign' | 'no-code' | 'not-letters' }
  | { fault: 'wrong-length'; letters: number }

const codeLetters = 10
const separators = /[\s\-\u2010-\u2015_.]+/gu

/**
 * Reads a link of this site (with or without `https://`) or a code, with or without its dashes and in any case.
 * `host` is our own: a link to another site is refused rather than guessed at.
 */
export function parseRoomLink(input: string, host: string): ParsedLink {
  const text = input.trim().toLowerCase()
  if (text === '') return { fault: 'empty' }
  if (!text.includes('/')) return parseCode(text)
  const url = URL.parse(/^https?:\/\//.test(text) ? text : `https://${text.startsWith('/') ? host : ''}${text}`)
  if (url?.host !== host) return { fault: 'foreign' }
  const slug = slugSchema.safeParse(url.pathname.replaceAll('/', ''))
  return slug.success ? { slug: slug.data } : { fault: 'no-code' }
}

function parseCode(text: string): ParsedLink {
  const letters = text.replace(separators, '')
  if (!/^[a-z]+$/.test(letters)) return { fault: 'not-letters' }
  if (letters.length !== codeLetters) return { fault: 'wrong-length', letters: letters.length }
  return { slug: `${letters.slice(0, 3)}-${letters.slice(3, 7)}-${letters.slice(7)}` }
}
