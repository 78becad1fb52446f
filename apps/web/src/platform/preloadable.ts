import { type ComponentType, createElement, lazy, useState } from 'react'

/** A component whose code arrives by itself. */
export interface Preloadable<P extends object> {
  Component: ComponentType<P>
  load: () => Promise<{ default: ComponentType<P> }>
}

/**
 * Like React's `lazy`, except that what has been loaded is drawn at once. `lazy` suspends even then, and React shows what
 * has suspended no sooner than 300 ms after the fallback.
 */
export function preloadable<P extends object>(fetchCode: () => Promise<{ default: ComponentType<P> }>): Preloadable<P> {
  let loaded: ComponentType<P> | undefined
  const load = async () => {
    const code = await fetchCode()
    loaded = code.default
    return code
  }
  const Lazy: ComponentType<P> = lazy(load)
  function Component(props: P) {
    // The one that was first drawn stays, or what it remembers would be lost.
    const [Code] = useState(() => loaded ?? Lazy)
    return createElement(Code, props)
  }
  return { Component, load }
}
