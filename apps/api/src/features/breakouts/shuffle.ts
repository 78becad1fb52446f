import { randomInt } from 'node:crypto'

/** Assigns people to rooms at random, so that no room has two more than another. */
export function shuffle(identities: readonly string[], breakoutIds: readonly string[]) {
  const mixed = [...identities]
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = randomInt(last + 1)
    const [one = '', two = ''] = [mixed[last], mixed[other]]
    mixed[last] = two
    mixed[other] = one
  }
  return mixed.map((identity, n) => ({ identity, breakoutId: breakoutIds[n % breakoutIds.length] ?? null }))
}
