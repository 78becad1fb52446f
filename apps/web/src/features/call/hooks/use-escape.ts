import { type RefObject, useEffect, useEffectEvent } from 'react'

/** Calls back for Escape pressed anywhere in an element, unless something inside it has used the key. */
export function useEscape(ref: RefObject<HTMLElement | null>, onEscape: () => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    onEscape()
  })
  useEffect(() => {
    const element = ref.current
    element?.addEventListener('keydown', onKeyDown)
    return () => element?.removeEventListener('keydown', onKeyDown)
  }, [ref])
}
