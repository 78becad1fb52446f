import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { IconButton } from '../../../ui/icon-button.tsx'

/** As tall as its buttons, which grow with the text size. */
export const pagerHeightPx = (): number => 2.75 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)

export interface PagerProps {
  page: number
  pages: number
  onPage: (page: number) => void
}

/** Turns the pages of a grid, below it: nothing covers a face. */
export function Pager({ page, pages, onPage }: PagerProps) {
  const t = useT()
  return (
    <nav aria-label={t('call.pages')} className="mt-2 flex items-center justify-center gap-1">
      <IconButton
        icon={ChevronLeft}
        label={t('call.pages.previous')}
        disabled={page === 0}
        onClick={() => onPage(page - 1)}
      />
      <p aria-live="polite" className="min-w-14 text-center text-small tabular text-muted">
        {t('call.pages.current', { page: page + 1, pages })}
      </p>
      <IconButton
        icon={ChevronRight}
        label={t('call.pages.next')}
        disabled={page === pages - 1}
        onClick={() => onPage(page + 1)}
      />
    </nav>
  )
}
