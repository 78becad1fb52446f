const latestMs = 1500
/** Where a browser does not tell (Safari). */
const guessedMs = 500

/** Runs something once the page has nothing more pressing to do, after 1.5 s at the latest. Returns how to call it off. */
export function whenIdle(run: () => void): () => void {
  if (typeof window.requestIdleCallback !== 'function') {
    const timer = setTimeout(run, guessedMs)
    return () => clearTimeout(timer)
  }
  const handle = window.requestIdleCallback(run, { timeout: latestMs })
  return () => window.cancelIdleCallback(handle)
}
