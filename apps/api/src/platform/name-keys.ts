import confusables from 'unhomoglyph/data.json' with { type: 'json' }

// Letters that Unicode's table keeps apart from the Latin ones they are drawn like: small capitals, and what Cyrillic
// letters are mapped to.
const smallCapitals = new Map(
  Array.from('ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ', (letter, index) => [
    letter,
    Array.from('abcdefghijklmnoprstuvwyz')[index] ?? '',
  ]),
)
  .set('ĸ', 'k')
  .set('ʍ', 'm')
const prototypes = new Map(Object.entries(confusables))
// Those of Indic and other scripts are letters to their readers; the marks of Japanese kana, too.
const marks = /(?![\u3099\u309a])\p{Script=Inherited}|[\u0591-\u05c7]/gu
const unseen = /[\p{C}\p{Default_Ignorable_Code_Point}]/gu
const separators = /[\p{Z}\p{P}\s]/gu
const number = /(?:\s*\(\s*\d{1,6}\s*\))+$/u
const firstNumber = /^\s*\(\s*\d{1,6}\s*\)/u

const drawn = (text: string) =>
  Array.from(text, (letter) => smallCapitals.get(letter) ?? prototypes.get(letter) ?? letter).join('')
const bare = (text: string) => text.normalize('NFKD').replace(unseen, '').replace(marks, '')

/** A name without a number in brackets behind it, which the server alone gives; of mere numbers, the first. */
export function nameWithoutNumber(name: string): string {
  const plain = name.normalize('NFKC')
  const found = number.exec(plain)
  if (found === null) return name
  return found.index > 0 ? plain.slice(0, found.index) : (firstNumber.exec(plain)?.[0] ?? name)
}

/**
 * The words of a name in the letters that their owner may write otherwise: regardless of case and diacritics. Letters that
 * only look alike stay apart.
 */
export const wordsOfName = (name: string): string[] =>
  name
    .normalize('NFKC')
    .split(separators)
    .map((word) => bare(word).toLowerCase())
    .filter((word) => word !== '')

/** A name as a call shows it to tell it from the same names before it. */
export const numberedName = (name: string, order: number): string => (order === 1 ? name : `${name} (${order})`)

/**
 * What a name is compared by: two that a hasty reader could take for each other have the same. The skeleton of Unicode
 * TR39, section 4, and beyond it regardless of case, diacritics, spaces and punctuation. Never shown.
 */
export function nameKey(name: string): string {
  const plain = nameWithoutNumber(name).normalize('NFKC').trim()
  const base = bare(plain)
  // Once as it is written, for ν is drawn like v; once in capitals, for к is, as К, drawn like K.
  const skeleton = bare(drawn(bare(drawn(base)).toUpperCase())).toLowerCase()
  const key = bare(drawn(skeleton)).toLowerCase().replace(separators, '')
  // I, l and 1 are one stroke, whatever their case.
  return key.replaceAll('i', 'l') || base.trim().toLowerCase() || plain
}
