import { useSpeakingParticipants } from '@livekit/components-react'
import { useEffect, useMemo, useRef } from 'react'
import { orderTiles } from '../model/tile-order.ts'
import type { CallPerson } from './use-people.ts'

/** People in the order in which their tiles stand: steady, with who speaks on the first page. */
export function useTileOrder(people: readonly CallPerson[], perPage: number): readonly CallPerson[] {
  const speaking = useSpeakingParticipants()
  const before = useRef<readonly string[]>([])
  const order = useMemo(() => {
    const speakingNow = new Set(speaking.map(({ identity }) => identity))
    const tileable = people.map(({ identity, isLocal, participant }) => ({
      identity,
      isLocal,
      lastSpokeAtMs: speakingNow.has(identity) ? Number.POSITIVE_INFINITY : (participant?.lastSpokeAt?.getTime() ?? 0),
    }))
    return orderTiles(before.current, tileable, perPage)
  }, [people, perPage, speaking])
  useEffect(() => {
    before.current = order
  }, [order])

  const byIdentity = new Map(people.map((person) => [person.identity, person]))
  return order.flatMap((identity) => byIdentity.get(identity) ?? [])
}
