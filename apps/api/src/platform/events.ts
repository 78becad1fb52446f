import pg from 'pg'

const channel = 'visavis'
const firstRetryMilliseconds = 100
const longestRetryMilliseconds = 5000

/** Signals between API copies. A signal carries ids only: whoever hears it reads the state from the database. */
export interface Events {
  /** `topic` is `<kind>:<id>`, such as `lobby:<room id>`. Heard by every copy, this one included. */
  publish(topic: string): Promise<void>
  /** Calls `listener` with the id after the colon, or with null when signals may have been missed. Returns the unsubscribe. */
  subscribe(kind: string, listener: (id: string | null) => void): () => void
  close(): Promise<void>
}

/**
 * Events over Postgres LISTEN/NOTIFY, by one dedicated client that reconnects by itself.
 * `listenUrl` must not lead through a transaction pooler such as PgBouncer.
 */
export function createEvents(pool: pg.Pool, listenUrl: string, onError: (error: unknown) => void): Events {
  const listeners = new Map<string, Set<(id: string | null) => void>>()
  let client: pg.Client | undefined
  let retry: NodeJS.Timeout | undefined
  let closed = false

  function tell(kind: string, id: string | null) {
    for (const listener of listeners.get(kind) ?? []) listener(id)
  }

  async function connect(delayMilliseconds: number): Promise<void> {
    const next = new pg.Client({ connectionString: listenUrl, keepAlive: true })
    const again = (error?: unknown) => {
      if (client !== next && error === undefined) return
      client = undefined
      if (closed || retry) return
      if (error !== undefined) onError(error)
      retry = setTimeout(() => {
        retry = undefined
        void connect(Math.min(delayMilliseconds * 2, longestRetryMilliseconds))
      }, delayMilliseconds)
    }
    next.on('error', again)
    next.on('end', () => again())
    next.on('notification', ({ payload = '' }) => {
      const colon = payload.indexOf(':')
      tell(payload.slice(0, colon), payload.slice(colon + 1))
    })
    try {
      await next.connect()
      await next.query(`listen ${channel}`)
      client = next
      delayMilliseconds = firstRetryMilliseconds
      for (const kind of listeners.keys()) tell(kind, null)
    } catch (error) {
      again(error)
    }
  }

  const connecting = connect(firstRetryMilliseconds)
  return {
    async publish(topic) {
      await pool.query('select pg_notify($1, $2)', [channel, topic])
    },
    subscribe(kind, listener) {
      const set = listeners.get(kind) ?? new Set()
      listeners.set(kind, set.add(listener))
      return () => set.delete(listener)
    },
    async close() {
      closed = true
      clearTimeout(retry)
      await connecting
      await client?.end()
    },
  }
}
