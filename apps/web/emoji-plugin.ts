import { createRequire } from 'node:module'
import type { Plugin } from 'vite'
import { foldText } from './src/features/call/chat/fold-text.ts'

const require = createRequire(import.meta.url)
const prefix = 'virtual:emoji/'
/** Newer ones are still empty boxes on many a computer of an office. */
const newestVersion = 15
/** Skin and hair on their own are no emoji to write. */
const leftOut = 'component'

interface Emoji {
  emoji: string
  label: string
  tags?: string[]
  group?: number
  version: number
}
interface Messages {
  groups: { key: string; message: string; order: number }[]
}

const read = (all: Emoji[], { groups }: Messages) => ({ all, groups })
const sources: Record<string, () => ReturnType<typeof read>> = {
  fr: () => read(require('emojibase-data/fr/data.json'), require('emojibase-data/fr/messages.json')),
  en: () => read(require('emojibase-data/en/data.json'), require('emojibase-data/en/messages.json')),
}

/** The names and words of a language for each emoji, from Unicode's CLDR, without what a picker does not need. */
function emojiOf(language: string) {
  const source = sources[language]
  if (!source) throw new Error(`There are no emoji in “${language}”.`)
  const { all, groups } = source()
  return groups
    .filter(({ key }) => key !== leftOut)
    .map(({ key, message, order }) => ({
      key,
      label: message,
      emoji: all
        .filter(({ group, version }) => group === order && version <= newestVersion)
        .map(({ emoji, label, tags = [] }) => [emoji, label, foldText([label, ...tags].join('\n'))]),
    }))
}

/** `virtual:emoji/fr`: the emoji of a language as a module of its own, which ships with the product. */
export const emojiPlugin = (): Plugin => ({
  name: 'visavis:emoji',
  resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
  load(id) {
    if (!id.startsWith(`\0${prefix}`)) return
    const groups = emojiOf(id.slice(prefix.length + 1))
    return `export default JSON.parse(${JSON.stringify(JSON.stringify(groups))})`
  },
})
