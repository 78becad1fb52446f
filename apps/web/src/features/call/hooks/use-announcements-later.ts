import { type ComponentType, useEffect, useState } from 'react'
import { onceSettledIn } from '../model/once-settled-in.ts'
import { useCall } from './call-context.ts'

/** What tells of the others, whose code nobody needs to be seen and heard; null until one has settled in. */
export function useAnnouncementsLater(): ComponentType | null {
  const { connection } = useCall()
  const [Announcements, setAnnouncements] = useState<ComponentType | null>(null)
  useEffect(
    () =>
      onceSettledIn(connection, async () => {
        const { Announcements: loaded } = await import('../announcements.tsx')
        setAnnouncements(() => loaded)
        return () => {}
      }),
    [connection],
  )
  return Announcements
}
