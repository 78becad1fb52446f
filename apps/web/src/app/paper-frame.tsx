import { type ReactNode, useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { useT } from '../platform/i18n/use-t.ts'
import { PageFooter } from './page-footer.tsx'
import { PageHeader } from './page-header.tsx'

/** After a change of page the focus goes to its beginning, as it would on a page load. */
function useFocusOnNavigation() {
  const ref = useRef<HTMLElement>(null)
  const [path] = useLocation()
  const previous = useRef(path)
  useEffect(() => {
    if (previous.current === path) return
    previous.current = path
    ref.current?.focus()
    window.scrollTo(0, 0)
  }, [path])
  return ref
}

export interface PaperFrameProps {
  /** Prejoin and lobby need the whole height and no footer. */
  footer?: boolean
  children: ReactNode
}

/** What surrounds every page but the call: header, skip link, main, footer. */
export function PaperFrame({ footer = true, children }: PaperFrameProps) {
  const t = useT()
  const main = useFocusOnNavigation()
  return (
    <>
      <a
        href="#main"
        className="sr-only z-30 rounded-control bg-surface px-4 py-2.5 focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
      >
        {t('common.skipToContent')}
      </a>
      <PageHeader />
      <main id="main" ref={main} tabIndex={-1} className="flex flex-1 flex-col">
        {children}
      </main>
      {footer && <PageFooter />}
    </>
  )
}
