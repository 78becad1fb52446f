import { type ReactNode, type RefObject, Suspense, useEffect, useState } from 'react'
import { lazyOverlay } from './lazy-overlay.ts'

const bubble = lazyOverlay(() => import('./tooltip-bubble.tsx'))
const hoverDelayMs = 400

/**
 * A tooltip for the element in `ref`, shown on hover and on keyboard focus and hidden by Escape (WCAG 1.4.13). It only
 * repeats the element's accessible name, with its shortcut if there is one. Returns what to render beside the element.
 */
export function useTooltip(ref: RefObject<HTMLElement | null>, text: string, shortcut?: string): ReactNode {
  const [open, setOpen] = useState(false)

  useEffect(() => {
    const element = ref.current
    if (!element) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const show = () => {
      bubble.prefetch()
      // A button that has the focus may be pointed at too, and only one of both can be called off.
      clearTimeout(timer)
      timer = setTimeout(() => setOpen(true), hoverDelayMs)
    }
    const hide = () => {
      clearTimeout(timer)
      setOpen(false)
    }
    const onPointerEnter = (event: PointerEvent) => event.pointerType === 'mouse' && show()
    const onFocus = () => element.matches(':focus-visible') && show()
    const onKeyDown = (event: KeyboardEvent) => event.key === 'Escape' && hide()
    const controller = new AbortController()
    const { signal } = controller
    element.addEventListener('pointerenter', onPointerEnter, { signal })
    element.addEventListener('focus', onFocus, { signal })
    for (const event of ['pointerleave', 'pointerdown', 'blur']) element.addEventListener(event, hide, { signal })
    document.addEventListener('keydown', onKeyDown, { signal })
    return () => {
      controller.abort()
      hide()
    }
  }, [ref])

  if (!open) return null
  return (
    <Suspense fallback={null}>
      <bubble.Component anchor={ref} text={text} {...(shortcut !== undefined && { shortcut })} />
    </Suspense>
  )
}
