import { retryDelayMs } from '../model/retry-delay.ts'

interface Item {
  readonly id: string
  readonly revision: number
}

export interface FollowedList<T> {
  readonly items: readonly T[]
  /** False until the first answer. */
  readonly loaded: boolean
  readonly failed: boolean
}

/**
 * Things of a call that the API is asked for and then tells the changes of: of each the greatest revision holds, in
 * whatever order they arrive.
 */
export function createFollowedList<T extends Item>(fetch: () => Promise<readonly T[]>) {
  let state: FollowedList<T> = { items: [], loaded: false, failed: false }
  let failures = 0
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  /** What came while an answer was under way that may not know of it. */
  let meanwhile = new Set<string>()
  const listeners = new Set<() => void>()

  function set(next: Partial<FollowedList<T>>) {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }

  function put(item: T) {
    meanwhile.add(item.id)
    const known = state.items.find(({ id }) => id === item.id)
    if (!known) return set({ items: [item, ...state.items] })
    if (item.revision >= known.revision) set({ items: state.items.map((other) => (other === known ? item : other)) })
  }

  async function refresh(): Promise<void> {
    clearTimeout(timer)
    meanwhile = new Set()
    try {
      const fetched = await fetch()
      const known = new Map(state.items.map((item) => [item.id, item]))
      const merged = fetched.map((item) => {
        const other = known.get(item.id)
        known.delete(item.id)
        return other && other.revision > item.revision ? other : item
      })
      const unknown = [...known.values()].filter(({ id }) => meanwhile.has(id))
      failures = 0
      set({ items: [...unknown, ...merged], loaded: true, failed: false })
    } catch {
      if (stopped) return
      failures++
      set({ failed: true })
      timer = setTimeout(() => void refresh(), retryDelayMs(failures))
    }
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    getState: () => state,
    put,
    drop: (id: string) => set({ items: state.items.filter((item) => item.id !== id) }),
    /** Asks the API, again and again until it answers. */
    refresh,
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
