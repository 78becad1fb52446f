import { foldText } from './fold-text.ts'

/** An emoji, its name, and in folded letters what it may be found by: a line each, the name first. */
export type Emoji = readonly [sign: string, label: string, words: string]

export interface EmojiGroup {
  readonly key: string
  readonly label: string
  readonly emoji: readonly Emoji[]
}

/** More at once help nobody. */
const mostFound = 96

/** 0: it is the name; 1: the name begins so; 2: a word of the name does; 3: a word that it may be found by; null: none. */
function rank(words: string, wanted: readonly string[]): number | null {
  const begins = (word: string, text: string) => text.startsWith(word) || text.includes(` ${word}`)
  const [name = ''] = words.split('\n', 1)
  const query = wanted.join(' ')
  if (name.startsWith(query)) return name === query ? 0 : 1
  if (wanted.every((word) => begins(word, name))) return 2
  return wanted.every((word) => begins(word, words.replaceAll('\n', ' '))) ? 3 : null
}

/** Those with a name or a word that begins with every word of the query, whatever its case and accents; the best first. */
export function searchEmoji(groups: readonly EmojiGroup[], query: string): readonly Emoji[] {
  const wanted = foldText(query)
    .split(/\s+/)
    .filter((word) => word !== '')
  const ranks: Emoji[][] = [[], [], [], []]
  for (const { emoji } of groups) {
    for (const one of emoji) {
      const at = rank(one[2], wanted)
      if (at !== null) ranks[at]?.push(one)
    }
  }
  return ranks.flat().slice(0, mostFound)
}
