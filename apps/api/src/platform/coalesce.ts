/**
 * Runs `work` when called, and once more after it if it was called meanwhile: never twice at a time, never behind.
 * A failure goes to `onError`; the next call tries again.
 */
export function coalesce(work: () => Promise<void>, onError: (error: unknown) => void): () => void {
  let running = false
  let again = false
  return function run() {
    if (running) {
      again = true
      return
    }
    running = true
    void work()
      .catch(onError)
      .finally(() => {
        running = false
        if (!again) return
        again = false
        run()
      })
  }
}
