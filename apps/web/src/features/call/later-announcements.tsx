import { type ComponentType, useEffect, useState } from 'react'
import { loadCatalogues } from '../../platform/i18n/messages.ts'
import type { AnnouncementsProps } from './announcements.tsx'
import { useCall } from './hooks/call-context.ts'
import { useConnectionState } from './hooks/use-connection-state.ts'
import { type CallPerson, usePeople } from './hooks/use-people.ts'
import { onceSettledIn } from './model/once-settled-in.ts'

const nothing = () => null

/**
 * What tells of the others: its code comes once one has settled in, for nobody needs it to be seen and heard. Who came or
 * left meanwhile is told then.
 */
export function LaterAnnouncements() {
  const { connection } = useCall()
  const [Loaded, setLoaded] = useState<ComponentType<AnnouncementsProps>>(() => nothing)
  const people = usePeople()
  const { phase } = useConnectionState()
  const [present, setPresent] = useState<readonly CallPerson[]>()
  if (!present && phase === 'connected') setPresent(people)
  useEffect(
    () =>
      onceSettledIn(connection, async () => {
        const [{ Announcements }] = await Promise.all([
          import('./announcements.tsx'),
          loadCatalogues(['announcements']),
        ])
        setLoaded(() => Announcements)
        return () => setLoaded(() => nothing)
      }),
    [connection],
  )
  return present && <Loaded present={present} />
}
