/** Gathers what happens within one moment and tells it at once, `afterMs` after the first of it. */
export function createGathering<T>(tell: (all: readonly T[]) => void, afterMs: number) {
  let gathered: T[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  function flush() {
    const all = gathered
    gathered = []
    timer = undefined
    tell(all)
  }
  return {
    add(...happened: readonly T[]): void {
      gathered.push(...happened)
      if (gathered.length > 0) timer ??= setTimeout(flush, afterMs)
    },
    stop(): void {
      clearTimeout(timer)
      timer = undefined
      gathered = []
    },
  }
}
