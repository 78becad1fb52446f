import type { ChatMessage } from '@visavis/contracts'

const stamp = ({ editedAt, deletedAt }: ChatMessage) => (deletedAt === null ? (editedAt ?? '') : `~${deletedAt}`)

/** Puts messages into their order, each once, in its latest state: what arrives late replaces nothing that is newer. */
export function mergeMessages(known: readonly ChatMessage[], coming: readonly ChatMessage[]): readonly ChatMessage[] {
  const byId = new Map(known.map((message) => [message.id, message]))
  for (const message of coming) {
    const before = byId.get(message.id)
    if (before === undefined || stamp(message) >= stamp(before)) byId.set(message.id, message)
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}
