import { Suspense } from 'react'
import { loadCatalogues } from '../../../platform/i18n/messages.ts'
import { lazyOverlay } from '../../../ui/lazy-overlay.ts'
import { useSharedState } from '../hooks/use-shared-state.ts'

const chip = lazyOverlay(async () => {
  const [{ ClocksChip }] = await Promise.all([import('./clocks-chip.tsx'), loadCatalogues(['clocks'])])
  return { default: ClocksChip }
})

/** The timer or the agenda above the stage, once a host has started either. */
export function ClocksNotice({ onOpen }: { onOpen: () => void }) {
  const { clocks } = useSharedState()
  if (!clocks?.timer && !clocks?.agenda) return null
  return (
    <Suspense fallback={null}>
      <chip.Component clocks={clocks} onOpen={onOpen} />
    </Suspense>
  )
}
