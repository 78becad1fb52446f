import type { Person } from '../../../platform/livekit/person.ts'

const rank = { owner: 0, cohost: 1, participant: 2 } as const

/** How a list of people is read: who leads first, then by name as the language sorts. */
export function sortPeople<P extends Pick<Person, 'role' | 'name'>>(people: readonly P[], language: string): P[] {
  const { compare } = new Intl.Collator(language)
  return [...people].sort((a, b) => rank[a.role] - rank[b.role] || compare(a.name, b.name))
}
