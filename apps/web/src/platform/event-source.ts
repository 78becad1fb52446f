import type { Endpoint } from '@visavis/contracts'
import { urlOf } from './api.ts'

const firstDelayMs = 500
const longestDelayMs = 15_000

export type StreamState = 'connecting' | 'open' | 'interrupted'

export interface EventStreamOptions {
  params?: Record<string, string>
  /** By event name; gets the event's data, parsed as JSON and not yet by a schema. */
  on: Record<string, (payload: unknown) => void>
  onState?: (state: StreamState) => void
  /** A page that only shows what is pushed may rest while hidden; one that rings must not. */
  pauseWhenHidden?: boolean
}

/**
 * Listens to a server-sent event stream of ours until the returned function is called. The server sends a snapshot first
 * on every connect, so nothing is lost by reconnecting: after an error with growing, jittered pauses, at once when the
 * network or the page comes back. One per page: HTTP/1.1 allows six connections.
 */
export function openEventStream(endpoint: Endpoint, options: EventStreamOptions): () => void {
  let source: EventSource | null = null
  let retry: ReturnType<typeof setTimeout> | undefined
  let delayMs = firstDelayMs

  const pausable = () => options.pauseWhenHidden === true && document.visibilityState === 'hidden'

  function close() {
    clearTimeout(retry)
    source?.close()
    source = null
  }

  function connect() {
    close()
    if (pausable()) return
    options.onState?.('connecting')
    source = new EventSource(urlOf(endpoint, { params: options.params ?? {} }))
    source.onopen = () => {
      delayMs = firstDelayMs
      options.onState?.('open')
    }
    // The browser's own retry has no backoff and gives up on any status but 200.
    source.onerror = () => {
      close()
      options.onState?.('interrupted')
      retry = setTimeout(connect, delayMs * (0.75 + Math.random() / 2))
      delayMs = Math.min(delayMs * 2, longestDelayMs)
    }
    for (const [name, listener] of Object.entries(options.on)) {
      source.addEventListener(name, (event) => listener(JSON.parse(event.data)))
    }
  }

  function comeBack() {
    if (pausable()) return close()
    if (source?.readyState === EventSource.OPEN) return
    delayMs = firstDelayMs
    connect()
  }

  document.addEventListener('visibilitychange', comeBack)
  window.addEventListener('online', comeBack)
  window.addEventListener('pageshow', comeBack)
  window.addEventListener('pagehide', close)
  connect()
  return () => {
    document.removeEventListener('visibilitychange', comeBack)
    window.removeEventListener('online', comeBack)
    window.removeEventListener('pageshow', comeBack)
    window.removeEventListener('pagehide', close)
    close()
  }
}
