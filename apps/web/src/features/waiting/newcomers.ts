import type { LobbyEntry } from '@visavis/contracts'

/** Those of a snapshot who were not in the one before: they ring, and nobody rings twice. */
export const newcomers = (before: readonly LobbyEntry[], now: readonly LobbyEntry[]): LobbyEntry[] => {
  const known = new Set(before.map(({ id }) => id))
  return now.filter(({ id }) => !known.has(id))
}

/** Ids by room: a decision is asked of one room at a time. */
export function idsByRoom(entries: readonly LobbyEntry[]): Map<string, string[]> {
  const rooms = new Map<string, string[]>()
  for (const { slug, id } of entries) rooms.set(slug, [...(rooms.get(slug) ?? []), id])
  return rooms
}
