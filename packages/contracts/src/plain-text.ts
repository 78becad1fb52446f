import * as z from 'zod/mini'
import { normalizeMessage, visibleCharacter } from './chat.ts'

const textOf = (maxCharacters: number, normalize: (text: string) => string) =>
  z
    .string()
    .check(
      z.maxLength(4 * maxCharacters),
      z.overwrite(normalize),
      z.minLength(1),
      z.maxLength(maxCharacters),
      z.regex(visibleCharacter),
    )

/** Plain text on one line, one character of it to be seen; normalised as a message is. */
export const lineSchema = (maxCharacters: number) =>
  textOf(maxCharacters, (text) => normalizeMessage(text).replace(/\s+/gu, ' '))

/** The same with line breaks. */
export const linesSchema = (maxCharacters: number) => textOf(maxCharacters, normalizeMessage)
