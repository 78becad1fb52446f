interface Waiting<T, R> {
  readonly item: T
  readonly resolve: (result: R) => void
  readonly reject: (error: unknown) => void
}

/**
 * Hands `work` everything that came for a key while it was busy with what came before, together: a thousand at once are a
 * few runs and not a thousand. `work` answers in the order of the items; when it throws, all that it was given fail.
 */
export function createBatches<T, R>(work: (key: string, items: readonly T[]) => Promise<readonly R[]>) {
  const waiting = new Map<string, Waiting<T, R>[]>()

  async function drain(key: string): Promise<void> {
    for (;;) {
      const batch = waiting.get(key) ?? []
      if (batch.length === 0) {
        waiting.delete(key)
        return
      }
      waiting.set(key, [])
      try {
        const results = await work(
          key,
          batch.map(({ item }) => item),
        )
        for (const [index, { resolve }] of batch.entries()) resolve(results[index] as R)
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
  }

  return (key: string, item: T): Promise<R> =>
    new Promise((resolve, reject) => {
      const queue = waiting.get(key)
      if (queue) return void queue.push({ item, resolve, reject })
      waiting.set(key, [{ item, resolve, reject }])
      void drain(key)
    })
}
