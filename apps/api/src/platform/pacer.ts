/** Tells at once, and while more comes once in a while; `stop` forgets what has not been told. */
export interface Pacer<T> {
  note(key: string, item: T): void
  stop(): void
}

/**
 * Runs `work` for a key at once, and after it with everything that came meanwhile, once in `milliseconds` at most. Within
 * one process: each copy of the API has a pace of its own. A failure goes to `onError`.
 */
export function createPacer<T>(
  work: (key: string, items: readonly T[]) => Promise<void>,
  milliseconds: number,
  onError: (error: unknown) => void,
): Pacer<T> {
  const pauses = new Map<string, { timer: NodeJS.Timeout; items: T[] }>()

  function run(key: string, items: readonly T[]) {
    const pause = { timer: setTimeout(() => goOn(key), milliseconds), items: [] }
    pauses.set(key, pause)
    work(key, items).catch(onError)
  }
  function goOn(key: string) {
    const items = pauses.get(key)?.items ?? []
    pauses.delete(key)
    if (items.length > 0) run(key, items)
  }

  return {
    note(key, item) {
      const pause = pauses.get(key)
      if (pause) pause.items.push(item)
      else run(key, [item])
    },
    stop() {
      for (const { timer } of pauses.values()) clearTimeout(timer)
      pauses.clear()
    },
  }
}
