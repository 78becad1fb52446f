import { useEffect, useEffectEvent, useRef } from 'react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { announce } from '../../../ui/announcer.tsx'
import { isBroken } from '../model/connection.ts'
import { useConnectionState } from './use-connection-state.ts'
import type { CallPerson } from './use-people.ts'

/** Tells screen readers who came and who left since one came in. */
export function useAnnouncePeople(people: readonly CallPerson[]): void {
  const t = useT()
  const { phase } = useConnectionState()
  const before = useRef<ReadonlyMap<string, string> | null>(null)
  const tell = useEffectEvent((now: ReadonlyMap<string, string>) => {
    if (phase === 'connecting') return
    const known = before.current
    before.current = now
    if (!known) return
    for (const [identity, name] of now) if (!known.has(identity)) announce(t('call.joined', { name }))
    for (const [identity, name] of known) if (!now.has(identity)) announce(t('call.leftBy', { name }))
  })
  useEffect(() => {
    tell(new Map(people.filter(({ isLocal }) => !isLocal).map(({ identity, name }) => [identity, name])))
  }, [people])
}

/** Tells screen readers that the connection went and came back. */
export function useAnnounceConnection(): void {
  const t = useT()
  const broken = isBroken(useConnectionState())
  const wasBroken = useRef(false)
  const tell = useEffectEvent((broken: boolean) => {
    if (broken) announce(t('call.connection.lost'), 'assertive')
    else if (wasBroken.current) announce(t('call.connection.back'))
    wasBroken.current = broken
  })
  useEffect(() => tell(broken), [broken])
}
