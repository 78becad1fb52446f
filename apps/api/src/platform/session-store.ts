import { EventEmitter } from 'node:events'
import { callbackify } from 'node:util'
import connectPgSimple from 'connect-pg-simple'
import type { Database } from './database.ts'

// It asks for express-session only to inherit from its Store, which is an EventEmitter.
const PgStore = connectPgSimple({ Store: EventEmitter } as unknown as Parameters<typeof connectPgSimple>[0])
type PgStore = InstanceType<typeof PgStore>
type Data = Parameters<PgStore['set']>[1] & { wasRead?: true }

/**
 * connect-pg-simple writes a session whether it is still there or not, so that a request which was under way at sign-out
 * would bring it back. Here a session that was read is only ever written over, and lasts no longer for it.
 */
class SessionStore extends PgStore {
  readonly #database: Database

  constructor(database: Database, errorLog: (...details: unknown[]) => void) {
    super({ pool: database.pool, tableName: 'session', pruneSessionInterval: 900, disableTouch: true, errorLog })
    this.#database = database
  }

  /** Nearly every request begins with this. */
  async #read(id: string): Promise<Data | null> {
    const text = 'select sess from "session" where sid = $1 and expire >= now()'
    const { rows } = await this.#database.pipeline.query<{ sess: Data }>(text, [id])
    return rows[0] ? { ...rows[0].sess, wasRead: true } : null
  }

  override get(id: string, callback: (error: unknown, data?: Data | null) => void): void {
    callbackify(() => this.#read(id))(callback)
  }

  override set(id: string, data: Data, callback: (error?: unknown) => void = () => {}): void {
    const { wasRead, ...session } = data
    if (!wasRead) return super.set(id, data, callback)
    this.#database.pool.query('update "session" set sess = $2 where sid = $1', [id, JSON.stringify(session)], (error) =>
      callback(error),
    )
  }
}

/** Where sessions are kept; `errorLog` hears when expired ones could not be deleted. */
export const createSessionStore = (...parts: ConstructorParameters<typeof SessionStore>) => new SessionStore(...parts)
