import { type ComponentType, lazy } from 'react'

/** A component that is fetched on first use; `prefetch` starts that earlier, when the pointer or focus comes near. */
export interface LazyOverlay<P> {
  Component: ComponentType<P>
  prefetch: () => void
}

/** Dialogs, menus and tooltips rest on React Aria, which no page needs for its first paint. */
export function lazyOverlay<P extends object>(load: () => Promise<{ default: ComponentType<P> }>): LazyOverlay<P> {
  return {
    Component: lazy(load),
    // A failure here is not lost: the component itself asks again and reports it.
    prefetch: () => void load().catch(() => undefined),
  }
}
