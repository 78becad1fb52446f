import { Suspense } from 'react'
import { useCall } from '../hooks/call-context.ts'
import { useSharedState } from '../hooks/use-shared-state.ts'
import { breakoutBanners } from './lazy-breakouts.ts'

/** The place of what is said about breakout rooms, while there are any or one is in one. */
export function BreakoutsNotice({ onManage }: { onManage: (() => void) | null }) {
  const { breakouts } = useSharedState()
  const { admitted } = useCall()
  if (breakouts === null && admitted.breakout === null) return null
  return (
    <Suspense fallback={null}>
      <breakoutBanners.Component onManage={onManage} />
    </Suspense>
  )
}
