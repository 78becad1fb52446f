import { Suspense, useSyncExternalStore } from 'react'
import { useCall } from '../hooks/call-context.ts'
import { moderationBanner } from '../moderation/lazy-moderation.ts'

/** The place of what hosts do to one, and ask of one, once they did. */
export function ModerationNotice() {
  const { moderated } = useCall()
  const news = useSyncExternalStore(moderated.subscribe, moderated.get)
  if (news === null) return null
  return (
    <Suspense fallback={null}>
      <moderationBanner.Component news={news} />
    </Suspense>
  )
}
