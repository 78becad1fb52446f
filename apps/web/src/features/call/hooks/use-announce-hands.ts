import { useEffect, useEffectEvent, useRef } from 'react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { announce } from '../../../ui/announcer.tsx'
import { announceAbout } from '../model/announce-about.ts'
import { listOf } from '../model/comings-and-goings.ts'
import type { SharedNow } from '../model/shared-state.ts'
import { useGathered } from './use-gathered.ts'
import type { CallPerson } from './use-people.ts'
import { useSharedState } from './use-shared-state.ts'

const gatherForMs = 1000

/** Tells screen readers whose hands go up, whom a host puts in the middle, and that one's own hand went down by itself. */
export function useAnnounceHands(people: readonly CallPerson[]): void {
  const t = useT()
  const shared = useSharedState()
  const before = useRef<{ up: ReadonlySet<string>; spotlight: string | null; handUp: boolean } | null>(null)

  const raised = useGathered<string>((identities) => {
    // In the order of the queue; who has thought better of it is passed over.
    const others = shared.hands.filter(({ identity }) => identities.includes(identity))
    const nameOf = new Map(people.map(({ identity, name, isLocal }) => [identity, isLocal ? '' : name]))
    const { size, values } = listOf(others.flatMap(({ identity }) => nameOf.get(identity) || []))
    if (values.first !== '') announceAbout('Hands', t(`announcements.hand.raisedBy.${size}`, values))
  }, gatherForMs)

  const tell = useEffectEvent(({ hands, spotlight, handUp }: SharedNow) => {
    const up = new Set(hands.map(({ identity }) => identity))
    const known = before.current
    before.current = { up, spotlight, handUp }
    if (!known) return
    raised(...[...up].filter((identity) => !known.up.has(identity)))
    if (handUp !== known.handUp) announce(t(handUp ? 'announcements.hand.up' : 'announcements.hand.down'))
    if (spotlight === null || spotlight === known.spotlight) return
    const name = people.find(({ identity }) => identity === spotlight)?.name
    if (name !== undefined) announceAbout('Hands', t('announcements.spotlight.on', { name }))
  })
  useEffect(() => tell(shared), [shared])
}
