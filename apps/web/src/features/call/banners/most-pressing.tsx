import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { Button } from '../../../ui/button.tsx'

/** Banners, as many as there are; on a small screen the first of them, and the others on demand. */
export function MostPressing({ children }: { children: ReactNode }) {
  const t = useT()
  const list = useRef<HTMLDivElement>(null)
  const [others, setOthers] = useState(0)
  const [all, setAll] = useState(false)

  useEffect(() => {
    const element = list.current
    if (!element) return
    const count = () => setOthers(element.childElementCount - 1)
    const observer = new MutationObserver(count)
    observer.observe(element, { childList: true })
    count()
    return () => observer.disconnect()
  }, [])

  return (
    <>
      <div ref={list} data-all={all || undefined} className="contents tight:not-data-all:*:nth-[n+2]:hidden">
        {children}
      </div>
      {others > 0 && (
        // Beside a button's own display, a class that hides it would not win.
        <div className="hidden justify-center tight:flex">
          <Button size="small" variant="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
            {t('call.banners.others', { all: String(all), count: others })}
          </Button>
        </div>
      )}
    </>
  )
}
