import { type RefObject, useEffect, useRef } from 'react'

/** Gives the focus back to the button within `ref` when what it opened has been closed. */
export function useFocusBack(ref: RefObject<HTMLElement | null>, open: boolean): void {
  const wasOpen = useRef(false)
  useEffect(() => {
    if (!open && wasOpen.current) ref.current?.querySelector('button')?.focus()
    wasOpen.current = open
  }, [ref, open])
}
