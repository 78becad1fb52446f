import * as z from 'zod/mini'

// Bidirectional controls, zero-width characters, soft hyphens, variation tricks: they let one name look like another.
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u115f\u1160\u3164\uffa0\u2800]/gu
const zeroWidthJoiner = '\u200d'
const emojiJoined = /\p{Extended_Pictographic}\ufe0f?$/u

/** Unicode NFC, runs of white space become one space, invisible and direction-changing characters go (emoji joiners stay). */
export function normalizeName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(invisible, (character, offset: number, whole: string) =>
      character === zeroWidthJoiner && emojiJoined.test(whole.slice(0, offset)) ? character : '',
    )
    .replace(/ +/g, ' ')
    .trim()
}

const nameSchema = (maxCharacters: number) =>
  z.string().check(z.maxLength(400), z.overwrite(normalizeName), z.minLength(1), z.maxLength(maxCharacters))

/** What others see of a participant: 1 to 60 characters after normalisation. */
export const displayNameSchema = nameSchema(60)

/** A room's name: 1 to 80 characters after normalisation. */
export const roomNameSchema = nameSchema(80)
