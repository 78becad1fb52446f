import type { Reaction, ReactionKind } from '@visavis/contracts'

/** Who reacted how, each person once per kind, in the order of the first of each. */
export function reactionsByKind(reactions: readonly Reaction[]): ReadonlyMap<ReactionKind, readonly string[]> {
  const kinds = new Map<ReactionKind, string[]>()
  for (const { identity, reaction } of reactions) {
    const who = kinds.get(reaction) ?? []
    kinds.set(reaction, who)
    if (!who.includes(identity)) who.push(identity)
  }
  return kinds
}
