import { useEffect, useEffectEvent, useRef } from 'react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { announce } from '../../../ui/announcer.tsx'
import type { SharedNow } from '../model/shared-state.ts'
import type { CallPerson } from './use-people.ts'
import { useSharedState } from './use-shared-state.ts'

/** Tells screen readers whose hand goes up, whom a host puts in the middle, and that one's own hand went down by itself. */
export function useAnnounceHands(people: readonly CallPerson[]): void {
  const t = useT()
  const shared = useSharedState()
  const before = useRef<{ up: ReadonlySet<string>; spotlight: string | null; handUp: boolean } | null>(null)
  const tell = useEffectEvent(({ hands, spotlight, handUp }: SharedNow) => {
    const up = new Set(hands.map(({ identity }) => identity))
    const known = before.current
    before.current = { up, spotlight, handUp }
    if (!known) return
    for (const { identity, name, isLocal } of people) {
      if (!isLocal && up.has(identity) && !known.up.has(identity)) announce(t('signals.hand.raisedBy', { name }))
      if (spotlight === identity && known.spotlight !== identity) announce(t('signals.spotlight.on', { name }))
    }
    if (handUp !== known.handUp) announce(t(handUp ? 'signals.hand.up' : 'signals.hand.down'))
  })
  useEffect(() => tell(shared), [shared])
}
