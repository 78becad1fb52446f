import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

/** Nearer than this to its end, a list counts as read to the end. */
const nearPixels = 80

/**
 * Keeps the scrolled box around a list at its end when what it ends with changes, unless one has scrolled up to read;
 * what one writes oneself is always shown.
 */
export function useKeepAtEnd(list: RefObject<HTMLElement | null>, end: string, isOwn: boolean): void {
  const atEnd = useRef(true)
  const shown = useRef('')
  useEffect(() => {
    const box = list.current?.parentElement
    const note = () => {
      if (box) atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < nearPixels
    }
    box?.addEventListener('scroll', note, { passive: true })
    return () => box?.removeEventListener('scroll', note)
  }, [list])
  useLayoutEffect(() => {
    if (end === shown.current) return
    shown.current = end
    const box = list.current?.parentElement
    if (atEnd.current || isOwn) box?.scrollTo(0, box.scrollHeight)
  }, [list, end, isOwn])
}
