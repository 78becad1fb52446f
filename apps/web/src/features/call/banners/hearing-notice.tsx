import { Suspense, useSyncExternalStore } from 'react'
import { loadCatalogues } from '../../../platform/i18n/messages.ts'
import { lazyOverlay } from '../../../ui/lazy-overlay.ts'
import { useCall } from '../hooks/call-context.ts'

const banner = lazyOverlay(async () => {
  const [{ HearingBanner }] = await Promise.all([import('../hearing/hearing-banner.tsx'), loadCatalogues(['hearing'])])
  return { default: HearingBanner }
})

/** Says that somebody is not heard, once there is such a thing to say. */
export function HearingNotice() {
  const { hearing } = useCall()
  const news = useSyncExternalStore(hearing.subscribe, hearing.getState)
  if (news === null) return null
  return (
    <Suspense fallback={null}>
      <banner.Component news={news} />
    </Suspense>
  )
}
