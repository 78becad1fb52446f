import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { messageTextSchema, normalizeMessage } from './chat.ts'

describe('normalizeMessage', () => {
  it.each([
    ['decomposed letters', 'Rene\u0301e', 'Renée'],
    ['line breaks of other systems', 'un\r\ndeux\rtrois', 'un\ndeux\ntrois'],
    ['control characters', 'a\u0000b\u0007c\u001bd\u009fe', 'abcde'],
    ['what turns the direction', 'a\u202ecba\u202c \u2067x\u2069', 'acba x'],
    ['half a character', 'a\ud83d b', 'a b'],
    ['space around it', ' \n Bonjour\n\n', 'Bonjour'],
  ])('mends %s', (_, given, mended) => {
    expect(normalizeMessage(given)).toBe(mended)
  })

  it.each(['Bonjour,\n\nvoici la liste', '<img onerror=alert(1)>', '👩‍💻 مرحبا'])('keeps %s', (text) => {
    expect(normalizeMessage(text)).toBe(text)
  })
})

describe('messageTextSchema', () => {
  it.each([
    ['nothing', ''],
    ['nothing to be seen', '\u200b \n\u3164'],
    ['4,001 characters', 'n'.repeat(4001)],
  ])('refuses %s', (_, text) => {
    expect(z.safeParse(messageTextSchema, text).success).toBe(false)
  })

  it('takes 4,000 characters', () => {
    expect(z.parse(messageTextSchema, 'n'.repeat(4000))).toHaveLength(4000)
  })
})
