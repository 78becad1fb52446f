import { type ComponentType, useEffect, useState } from 'react'
import { loadCatalogues } from '../../platform/i18n/messages.ts'
import { useCall } from './hooks/call-context.ts'
import { onceSettledIn } from './model/once-settled-in.ts'

const nothing = () => null

/** What tells of the others: its code comes once one has settled in, for nobody needs it to be seen and heard. */
export function LaterAnnouncements() {
  const { connection } = useCall()
  const [Loaded, setLoaded] = useState<ComponentType>(() => nothing)
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
  return <Loaded />
}
