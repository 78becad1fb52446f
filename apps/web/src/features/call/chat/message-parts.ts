/** A piece of a message: words, a link, or a mention. Nothing else is made of what people write. */
export type MessagePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'mention'; readonly text: string; readonly ofMe: boolean }

const linkOrMention = /https?:\/\/[^\s<>"«»]+|@[^\s@]/giu
/** What ends a sentence is no part of the address in it. */
const sentenceEnd = /[.,;:!?'’)\]}…]+$/u
const letter = /[\p{L}\p{N}_]/u

function linkIn(found: string): { text: string; href: string } | null {
  const text = found.replace(sentenceEnd, '')
  if (!URL.canParse(text)) return null
  const { protocol, href } = new URL(text)
  return protocol === 'http:' || protocol === 'https:' ? { text, href } : null
}

/** The name that is mentioned at this place, the longest that fits. */
function nameAt(text: string, index: number, names: readonly string[]): string | undefined {
  if (letter.test(text[index - 1] ?? '')) return undefined
  const fits = (name: string) => {
    const said = text.slice(index + 1, index + 1 + name.length)
    return said.toLowerCase() === name.toLowerCase() && !letter.test(text[index + 1 + name.length] ?? '')
  }
  return names.filter((name) => name !== '' && fits(name)).sort((a, b) => b.length - a.length)[0]
}

/** Cuts a message at its http(s) links and at mentions (`@` and a name) of people in the call. */
export function partsOf(text: string, names: readonly string[], myName: string): MessagePart[] {
  const parts: MessagePart[] = []
  let from = 0
  const take = (index: number, part: MessagePart) => {
    if (index > from) parts.push({ kind: 'text', text: text.slice(from, index) })
    parts.push(part)
    from = index + part.text.length
  }
  for (const { index, 0: found } of text.matchAll(linkOrMention)) {
    if (index < from) continue
    if (!found.startsWith('@')) {
      const link = linkIn(found)
      if (link) take(index, { kind: 'link', ...link })
      continue
    }
    const name = nameAt(text, index, [...names, myName])
    if (name === undefined) continue
    const said = text.slice(index, index + 1 + name.length)
    take(index, { kind: 'mention', text: said, ofMe: name.toLowerCase() === myName.toLowerCase() })
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) })
  return parts
}
