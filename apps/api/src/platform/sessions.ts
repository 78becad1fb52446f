import { createHash } from 'node:crypto'
import cookie, { Signer } from '@fastify/cookie'
import session from '@fastify/session'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'
import type { Database } from './database.ts'
import { createSessionStore } from './session-store.ts'

declare module 'fastify' {
  interface Session {
    /** The signed-in agent's id. */
    agentId?: string
    /** Set when a guest first asks to come in, so that the session is kept. */
    guestSince?: number
    /** When and from what its agent signed in, for them to know it by. */
    signedIn?: { at: number; browser: string | null; system: string | null }
    /** Of the guest's session that this browser had before its agent signed in: who was kept out then is so still. */
    guestHash?: string
  }
}

/** `__Host-` binds the cookie to this host over https; browsers refuse the prefix over plain http. */
export const sessionCookieName = (secure: boolean) => (secure ? '__Host-visavis' : 'visavis')

/** SHA-256 of the session's id: what other tables keep, so that a leaked row opens no session. */
export function sessionHash(request: FastifyRequest): string {
  return createHash('sha256').update(request.session.sessionId).digest('hex')
}

/** SQL for the same of a row `s` of the sessions. */
export const sessionHashOf = `encode(sha256(convert_to(s.sid, 'UTF8')), 'hex')`

/** Cookie sessions in Postgres: saved only when something is put into them, and ended `maxAgeSeconds` after they began. */
export async function registerSessions(
  app: FastifyInstance,
  config: Pick<Config, 'secure' | 'session'>,
  database: Database,
): Promise<void> {
  const store = createSessionStore(database, (...details) =>
    app.log.error({ details: details.map(String) }, 'session store'),
  )
  app.addHook('onClose', () => Promise.resolve(store.close()))
  await app.register(cookie)
  await app.register(session, {
    // Given a string it would make the same signer by a package that it does not declare.
    secret: new Signer(config.session.secret),
    cookieName: sessionCookieName(config.secure),
    store: store as unknown as NonNullable<session.FastifySessionOptions['store']>,
    saveUninitialized: false,
    rolling: false,
    cookie: {
      httpOnly: true,
      // The proxy speaks plain http to us; the browser's side of it is what `secure` is about.
      secure: config.secure,
      sameSite: 'lax',
      path: '/',
      maxAge: config.session.maxAgeSeconds * 1000,
    },
  })
}

/** Ends every session of an agent, on every copy. */
export async function endSessionsOf(database: Database, agentId: string): Promise<void> {
  await database.pool.query(`delete from "session" where sess->>'agentId' = $1`, [agentId])
}

/** Asks whether a session, by its id, is still that of an agent who may be signed in. For streams, which outlive a request. */
export function createStillSignedIn(database: Database) {
  return async (sessionId: string): Promise<boolean> => {
    const { rowCount } = await database.pool.query(
      `select 1 from "session" s join "User" u on u.id = (s.sess->>'agentId')::uuid
       where s.sid = $1 and s.expire >= now() and u."disabledAt" is null`,
      [sessionId],
    )
    return rowCount === 1
  }
}
