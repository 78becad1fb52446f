import { useSpeakingParticipants } from '@livekit/components-react'
import { useState } from 'react'
import { orderTiles } from '../model/tile-order.ts'
import type { CallPerson } from './use-people.ts'

/** People in the order in which their tiles stand: steady, with who speaks on the first page. */
export function useTileOrder(people: readonly CallPerson[], perPage: number): readonly CallPerson[] {
  const speaking = new Set(useSpeakingParticipants().map(({ identity }) => identity))
  const [before, setBefore] = useState<readonly string[]>([])
  const tileable = people.map(({ identity, isLocal, participant }) => ({
    identity,
    isLocal,
    lastSpokeAtMs: speaking.has(identity) ? Number.POSITIVE_INFINITY : (participant?.lastSpokeAt?.getTime() ?? 0),
  }))
  const order = orderTiles(before, tileable, perPage)
  if (order.join() !== before.join()) setBefore(order)

  const byIdentity = new Map(people.map((person) => [person.identity, person]))
  return order.flatMap((identity) => byIdentity.get(identity) ?? [])
}
