import { randomInt } from 'node:crypto'

const letters = 'abcdefghijklmnopqrstuvwxyz'

/** A new room's slug, `abc-defg-hij`: ten letters from a cryptographic source, 47 bits. */
export function newSlug(): string {
  const word = (length: number) => Array.from({ length }, () => letters[randomInt(letters.length)]).join('')
  return `${word(3)}-${word(4)}-${word(3)}`
}
