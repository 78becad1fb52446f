import { type ComponentType, lazy, useEffect } from 'react'

/** A component that is fetched on first use; `prefetch` starts that earlier, when the pointer or focus comes near. */
export interface LazyOverlay<P> {
  Component: ComponentType<P>
  prefetch: () => void
}

let tellMissing: (error: unknown) => void = () => {}

/** Sets who is told when the code of an overlay cannot be had: the server was replaced or is away. */
export function onOverlayMissing(tell: (error: unknown) => void): void {
  tellMissing = tell
}

/** Stands in for an overlay whose code cannot be had: whatever stands below it, a call above all, goes on. */
function missing(error: unknown) {
  return function Missing({ onClose }: { onClose?: () => void }) {
    useEffect(() => {
      tellMissing(error)
      onClose?.()
    }, [onClose])
    return null
  }
}

/** Dialogs, menus, panels and tooltips rest on code that no page needs for its first paint. */
export function lazyOverlay<P extends object>(load: () => Promise<{ default: ComponentType<P> }>): LazyOverlay<P> {
  return {
    Component: lazy(() => load().catch((error: unknown) => ({ default: missing(error) as ComponentType<P> }))),
    // A failure here is not lost: the component itself asks again and reports it.
    prefetch: () => void load().catch(() => undefined),
  }
}
