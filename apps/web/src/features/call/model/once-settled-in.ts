import type { Connection } from './connection.ts'

/** Coming in is not to wait for it: by now the first picture has been drawn. */
const settledAfterMs = 1000

/**
 * Starts what a call can do without at first, some time after it is connected; `start` loads it and gives how to stop it.
 * Code that cannot be had leaves the call without. Returns how to stop.
 */
export function onceSettledIn(connection: Connection, start: () => Promise<() => void>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false
  let stop = () => {}

  async function begin() {
    try {
      stop = await start()
      if (stopped) stop()
    } catch {
      // The server was replaced or is away: nothing here is needed to go on.
    }
  }
  function look() {
    if (connection.getState().phase !== 'connected' || timer !== undefined) return
    timer = setTimeout(() => void begin(), settledAfterMs)
  }
  const unsubscribe = connection.subscribe(look)
  look()
  return () => {
    stopped = true
    unsubscribe()
    clearTimeout(timer)
    stop()
  }
}
