import { X } from 'lucide-react'
import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { useEscape } from '../hooks/use-escape.ts'
import { panelId } from './panel-id.ts'

export interface PanelProps {
  title: string
  onClose: () => void
  footer?: ReactNode
  /** What takes the focus instead of the title. */
  initialFocus?: RefObject<HTMLElement | null>
  /** The part that scrolls. */
  scroller?: RefObject<HTMLDivElement | null>
  children: ReactNode
}

/** Beside the stage; on a phone a sheet over the whole of it. Takes the focus, gives it back, closes with Escape. */
export function Panel({ title, onClose, footer, initialFocus, scroller, children }: PanelProps) {
  const t = useT()
  const heading = useRef<HTMLHeadingElement>(null)
  const panel = useRef<HTMLElement>(null)
  useEscape(panel, onClose)
  useEffect(() => {
    const opener = document.activeElement
    const first = initialFocus?.current ?? heading.current
    first?.focus()
    return () => {
      // It went with the panel; where it is elsewhere by now, it stays.
      if (document.activeElement === document.body && opener instanceof HTMLElement) opener.focus()
    }
  }, [initialFocus])
  return (
    <aside
      ref={panel}
      id={panelId}
      aria-label={title}
      className="panel-slide flex w-full flex-col rounded-card border border-line bg-sunken max-sm:fixed max-sm:inset-0 max-sm:z-20 max-sm:rounded-none max-sm:border-0 sm:w-90 sm:shrink-0"
    >
      <header className="flex items-center justify-between gap-3 py-2 pr-2 pl-4.5 short:py-0">
        <h2 ref={heading} tabIndex={-1} className="text-heading outline-none">
          {title}
        </h2>
        <IconButton icon={X} label={t('common.close')} onClick={onClose} />
      </header>
      <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto px-3 pb-3">
        {children}
      </div>
      {footer && (
        <footer className="border-t border-line px-4.5 py-3.5 short:py-1.5 pb-[max(0.875rem,env(safe-area-inset-bottom))]">
          {footer}
        </footer>
      )}
    </aside>
  )
}
