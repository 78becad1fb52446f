export interface Tileable {
  readonly identity: string
  readonly isLocal: boolean
  /** When they last spoke, in milliseconds; 0 for never. */
  readonly lastSpokeAtMs: number
}

/**
 * In which order tiles stand: as before, newcomers at the end. Whoever speaks on a further page changes places with the one
 * of the first page who has been silent longest, so that the fewest tiles move. One's own tile is the last of the first page.
 */
export function orderTiles(before: readonly string[], people: readonly Tileable[], perPage: number): string[] {
  const others = people.filter(({ isLocal }) => !isLocal)
  const places = Math.max(0, others.length === people.length ? perPage : perPage - 1)
  const order = bringForward(steadyOrder(before, others), others, places)
  const self = people.filter(({ isLocal }) => isLocal).map(({ identity }) => identity)
  return [...order.slice(0, places), ...self, ...order.slice(places)]
}

function steadyOrder(before: readonly string[], people: readonly Tileable[]): string[] {
  const present = new Set(people.map(({ identity }) => identity))
  const known = before.filter((identity) => present.has(identity))
  return [...new Set([...known, ...present])]
}

/** Swaps speakers from behind into the first `places`. */
function bringForward(order: string[], people: readonly Tileable[], places: number): string[] {
  const spoke = new Map(people.map(({ identity, lastSpokeAtMs }) => [identity, lastSpokeAtMs]))
  const spokeAt = (identity: string) => spoke.get(identity) ?? 0
  const bySilence = (a: string, b: string) => spokeAt(a) - spokeAt(b)
  const behind = order.slice(places).sort(bySilence).toReversed()
  const swapped = [...order]
  for (const speaker of behind) {
    const [quietest] = swapped.slice(0, places).sort(bySilence)
    if (quietest === undefined || spokeAt(speaker) <= spokeAt(quietest)) break
    const [from, to] = [swapped.indexOf(speaker), swapped.indexOf(quietest)]
    swapped[to] = speaker
    swapped[from] = quietest
  }
  return swapped
}
