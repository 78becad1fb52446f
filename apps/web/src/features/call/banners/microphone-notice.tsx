import { Suspense } from 'react'
import { lazyOverlay } from '../../../ui/lazy-overlay.ts'
import { useEnteredMuted } from '../hooks/use-entered-muted.ts'
import { useMicrophoneNotice } from '../hooks/use-microphone-notice.ts'

const banner = lazyOverlay(() => import('./microphone-banner.tsx'))

/** The place of what is said about one's microphone, once there is something to say. */
export function MicrophoneNotice() {
  const wrong = useMicrophoneNotice()
  const [enteredMuted, read] = useEnteredMuted()
  const notice = wrong ?? (enteredMuted ? 'entered-muted' : null)
  if (notice === null) return null
  return (
    <Suspense fallback={null}>
      <banner.Component notice={notice} onRead={read} />
    </Suspense>
  )
}
