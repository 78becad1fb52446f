import { useSyncExternalStore } from 'react'

/** Something asked once per page load that every page may need: who is here, how this instance is set up. */
export interface PageFact<T> {
  /** The one request for it; the same promise until it is forgotten, so that React's `use` may wait for it. */
  load: () => Promise<T>
  /** What is known now, undefined until it is; the component renders again when that changes. */
  useKnown: () => T | undefined
  /** Replaces it by what we have learned since. */
  learn: (value: T) => void
  /** Lets the next `load` ask again, after a failure. */
  forget: () => void
}

/** The home page needs two such facts and nothing else from the server: they come without the query library. */
export function pageFact<T>(ask: () => Promise<T>): PageFact<T> {
  let asked: Promise<T> | undefined
  let known: T | undefined
  const listeners = new Set<() => void>()

  function tell(value: T) {
    known = value
    for (const listener of listeners) listener()
    return value
  }
  function load() {
    asked ??= ask().then(tell)
    return asked
  }
  function subscribe(listener: () => void) {
    listeners.add(listener)
    // A failure shows where the fact is waited for; here it only stays unknown.
    load().catch(() => undefined)
    return () => listeners.delete(listener)
  }

  return {
    load,
    useKnown: () => useSyncExternalStore(subscribe, () => known),
    learn(value) {
      asked = Promise.resolve(tell(value))
    },
    forget() {
      asked = undefined
      known = undefined
    },
  }
}
