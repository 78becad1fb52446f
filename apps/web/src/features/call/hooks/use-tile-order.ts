import { useState } from 'react'
import { orderTiles } from '../model/tile-order.ts'
import type { CallPerson } from './use-people.ts'
import { useSpeakers } from './use-speaking.ts'

/** People in the order in which their tiles stand: who is pinned first, the others steady, who speaks on the first page. */
export function useTileOrder(
  people: readonly CallPerson[],
  perPage: number,
  pinned: readonly string[],
): readonly CallPerson[] {
  const speaking = useSpeakers()
  const [before, setBefore] = useState<readonly string[]>([])
  const first = pinned.flatMap((pin) => people.find(({ identity }) => identity === pin) ?? [])
  const tileable = people
    .filter((person) => !first.includes(person))
    .map(({ identity, isLocal, participant }) => ({
      identity,
      isLocal,
      lastSpokeAtMs: speaking.has(identity) ? Number.POSITIVE_INFINITY : (participant?.lastSpokeAt?.getTime() ?? 0),
    }))
  const order = orderTiles(before, tileable, Math.max(0, perPage - first.length))
  if (order.join() !== before.join()) setBefore(order)

  const byIdentity = new Map(people.map((person) => [person.identity, person]))
  return [...first, ...order.flatMap((identity) => byIdentity.get(identity) ?? [])]
}
