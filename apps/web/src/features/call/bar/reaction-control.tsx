import { SmilePlus } from 'lucide-react'
import { Suspense, useRef, useState } from 'react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { ControlButton } from '../../../ui/control-button.tsx'
import { lazyOverlay } from '../../../ui/lazy-overlay.ts'
import { useFocusBack } from '../../../ui/use-focus-back.ts'

const popover = lazyOverlay(async () => ({ default: (await import('./reaction-popover.tsx')).ReactionPopover }))

/** Opens the reactions; on a small screen they are under "more". */
export function ReactionControl() {
  const t = useT()
  const ref = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  useFocusBack(ref, open)
  return (
    <div ref={ref} className="hidden lg:block">
      <ControlButton
        icon={SmilePlus}
        look={open ? 'active' : 'plain'}
        label={t('signals.react')}
        aria-haspopup="dialog"
        aria-expanded={open}
        onPointerEnter={popover.prefetch}
        onFocus={popover.prefetch}
        onClick={() => setOpen(true)}
      />
      {open && (
        <Suspense fallback={null}>
          <popover.Component anchor={ref} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  )
}
