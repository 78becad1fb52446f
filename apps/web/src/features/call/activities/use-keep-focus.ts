import { type RefObject, useEffect } from 'react'

/** What has the focus may go with what it did, as a form does that was sent: the focus then stays here, and Escape works. */
export function useKeepFocus(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = ref.current
    if (!element) return
    let within = false
    const note = ({ target }: Event) => {
      within = target instanceof Node && element.contains(target)
    }
    const keep = new MutationObserver(() => {
      if (within && document.activeElement === document.body) element.focus()
    })
    keep.observe(element, { childList: true, subtree: true })
    document.addEventListener('focusin', note)
    document.addEventListener('pointerdown', note)
    return () => {
      keep.disconnect()
      document.removeEventListener('focusin', note)
      document.removeEventListener('pointerdown', note)
    }
  }, [ref])
}
