export interface Tileable {
  readonly identity: string
  readonly isLocal: boolean
  /** When they last spoke, in milliseconds; 0 for never. */
  readonly lastSpokeAtMs: number
}

/**
 * In which order tiles stand: as before, newcomers at the end. Whoever speaks on a further page changes places with the one
 * of the first page who has been silent longest, so that the fewest tiles move. One's own tile is never sent away.
 */
export function orderTiles(before: readonly string[], people: readonly Tileable[], perPage: number): string[] {
  const byIdentity = new Map(people.map((person) => [person.identity, person]))
  const known = before.filter((identity) => byIdentity.has(identity))
  const newcomers = people.map(({ identity }) => identity).filter((identity) => !known.includes(identity))
  const order = [...known, ...newcomers]
  const spokeAt = (identity: string) => byIdentity.get(identity)?.lastSpokeAtMs ?? 0
  const isLocal = (identity: string) => byIdentity.get(identity)?.isLocal === true

  const firstPage = () => order.slice(0, perPage)
  const hidden = order.slice(perPage).sort((a, b) => Number(isLocal(b)) - Number(isLocal(a)) || spokeAt(b) - spokeAt(a))
  for (const candidate of hidden) {
    const quietest = firstPage()
      .filter((identity) => !isLocal(identity))
      .reduce<string | null>((least, one) => (least === null || spokeAt(one) < spokeAt(least) ? one : least), null)
    if (quietest === null) break
    if (!isLocal(candidate) && spokeAt(candidate) <= spokeAt(quietest)) break
    const [from, to] = [order.indexOf(candidate), order.indexOf(quietest)]
    order[to] = candidate
    order[from] = quietest
  }
  return order
}
