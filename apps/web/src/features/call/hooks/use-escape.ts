import { type RefObject, useEffect, useEffectEvent } from 'react'

/**
 * Calls back for Escape pressed anywhere in an element, unless something inside it has used the key. Answers false who has
 * no use for it either: what is around gets it then.
 */
export function useEscape(ref: RefObject<HTMLElement | null>, onEscape: () => unknown): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    if (onEscape() !== false) event.preventDefault()
  })
  useEffect(() => {
    const element = ref.current
    element?.addEventListener('keydown', onKeyDown)
    return () => element?.removeEventListener('keydown', onKeyDown)
  }, [ref])
}
