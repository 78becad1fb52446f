/**
 * Those present, with those who were there before the connection broke still in their places: a lost connection is nobody's
 * leaving. `gone` marks who is shown from memory.
 */
export function keepPeople<P extends { identity: string }>(
  before: readonly P[],
  now: readonly P[],
  gone: (person: P) => P,
): P[] {
  const present = new Map(now.map((person) => [person.identity, person]))
  const kept = before.map((person) => present.get(person.identity) ?? gone(person))
  const known = new Set(before.map(({ identity }) => identity))
  return [...kept, ...now.filter(({ identity }) => !known.has(identity))]
}
