/** Something that a call has only after a while. */
export function createLate<T>() {
  const listeners = new Set<() => void>()
  let value: T | null = null
  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    get: () => value,
    set(next: T) {
      value = next
      for (const listener of listeners) listener()
    },
  }
}

export type Late<T> = ReturnType<typeof createLate<T>>
