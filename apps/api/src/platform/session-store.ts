import { EventEmitter } from 'node:events'
import connectPgSimple from 'connect-pg-simple'
import type pg from 'pg'

// It asks for express-session only to inherit from its Store, which is an EventEmitter.
const PgStore = connectPgSimple({ Store: EventEmitter } as unknown as Parameters<typeof connectPgSimple>[0])
type PgStore = InstanceType<typeof PgStore>
type Data = Parameters<PgStore['set']>[1] & { wasRead?: true }

/**
 * connect-pg-simple writes a session whether it is still there or not, so that a request which was under way at sign-out
 * would bring it back. Here a session that was read is only ever written over, and lasts no longer for it.
 */
class SessionStore extends PgStore {
  readonly #pool: pg.Pool

  constructor(pool: pg.Pool, errorLog: (...details: unknown[]) => void) {
    super({ pool, tableName: 'session', pruneSessionInterval: 900, disableTouch: true, errorLog })
    this.#pool = pool
  }

  override get(id: string, callback: (error: unknown, data?: Data | null) => void): void {
    super.get(id, (error, data) => callback(error, data && { ...data, wasRead: true }))
  }

  override set(id: string, data: Data, callback: (error?: unknown) => void = () => {}): void {
    const { wasRead, ...session } = data
    if (!wasRead) return super.set(id, data, callback)
    this.#pool.query('update "session" set sess = $2 where sid = $1', [id, JSON.stringify(session)], (error) =>
      callback(error),
    )
  }
}

/** Where sessions are kept; `errorLog` hears when expired ones could not be deleted. */
export const createSessionStore = (...parts: ConstructorParameters<typeof SessionStore>) => new SessionStore(...parts)
