import { Suspense, useSyncExternalStore } from 'react'
import { loadCatalogues } from '../../../platform/i18n/messages.ts'
import { lazyOverlay } from '../../../ui/lazy-overlay.ts'
import { useCall } from '../hooks/call-context.ts'

const loadBanner = lazyOverlay(async () => {
  const [{ LoadBanner }] = await Promise.all([import('../pictures/load-banner.tsx'), loadCatalogues(['load'])])
  return { default: LoadBanner }
})

/** The place of what is said about a busy device, once there was something to say. */
export function LoadNotice() {
  const { load } = useCall()
  const watch = useSyncExternalStore(load.subscribe, load.get)
  if (!watch) return null
  return (
    <Suspense fallback={null}>
      <loadBanner.Component watch={watch} />
    </Suspense>
  )
}
