import { Suspense } from 'react'
import { lazyOverlay } from '../../../ui/lazy-overlay.ts'
import { useConnectionState } from '../hooks/use-connection-state.ts'
import { useLocal } from '../hooks/use-local.ts'
import { isBroken } from '../model/connection.ts'

const banner = lazyOverlay(() => import('./sharing-banner.tsx'))

/** The place of what is said about one's own shared screen, while it is one. */
export function SharingNotice() {
  const { share } = useLocal()
  const state = useConnectionState()
  // While the connection is broken nobody sees it.
  if (!share || isBroken(state)) return null
  return (
    <Suspense fallback={null}>
      <banner.Component />
    </Suspense>
  )
}
