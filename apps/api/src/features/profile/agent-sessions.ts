import { createHmac } from 'node:crypto'
import type { AgentSession } from '@visavis/contracts'
import { z } from 'zod'
import type { Audit } from '../../platform/audit.ts'
import type { Database } from '../../platform/database.ts'
import type { Events } from '../../platform/events.ts'
import { ProblemError } from '../../platform/problems.ts'

export interface AgentSessionsDeps {
  readonly database: Pick<Database, 'pool'>
  readonly events: Events
  readonly audit: Audit
  readonly sessionSecret: string
  /** Puts out whoever is in a call of this agent's from a session that is no more. */
  putOutStrays(agentId: string): Promise<void>
}

interface Row {
  readonly sid: string
  readonly signedIn: unknown
  readonly endsAt: Date
}

const signedInSchema = z.object({ at: z.number(), browser: z.string().nullable(), system: z.string().nullable() })
const handleLength = 22

/** Where agents are signed in. A session's id never leaves the server: it is called by a handle, which opens nothing. */
export function createAgentSessions(deps: AgentSessionsDeps) {
  const { pool } = deps.database
  const key = createHmac('sha256', deps.sessionSecret).update('session handles').digest()
  const handleOf = (sid: string) => createHmac('sha256', key).update(sid).digest('base64url').slice(0, handleLength)

  async function rowsOf(agentId: string): Promise<Row[]> {
    const { rows } = await pool.query<Row>(
      `select sid, sess->'signedIn' as "signedIn", expire at time zone 'UTC' as "endsAt" from "session"
       where sess->>'agentId' = $1 and expire >= now() order by expire desc, sid`,
      [agentId],
    )
    return rows
  }

  function view({ sid, signedIn, endsAt }: Row, ownSid: string): AgentSession {
    const { data } = signedInSchema.safeParse(signedIn)
    return {
      handle: handleOf(sid),
      current: sid === ownSid,
      browser: data?.browser ?? null,
      system: data?.system ?? null,
      signedInAt: data === undefined ? null : new Date(data.at).toISOString(),
      endsAt: endsAt.toISOString(),
    }
  }

  /** The database first and at once; those who are in a call from there are put out next. */
  async function end(agentId: string, sids: string[]): Promise<void> {
    if (sids.length > 0) {
      await pool.query('delete from "session" where sid = any($1)', [sids])
      await deps.audit({ action: 'session.ended', actorId: agentId, details: { sessions: sids.length } })
      await deps.events.publish(`agent:${agentId}`)
    }
    await deps.putOutStrays(agentId)
  }

  return {
    /** This browser's first, then the latest. */
    async list(agentId: string, ownSid: string): Promise<AgentSession[]> {
      const sessions = (await rowsOf(agentId)).map((row) => view(row, ownSid))
      return [...sessions.filter(({ current }) => current), ...sessions.filter(({ current }) => !current)]
    },

    /** Throws `not_found`, and `conflict` for the session that asks. */
    async end(agentId: string, ownSid: string, handle: string): Promise<void> {
      const row = (await rowsOf(agentId)).find(({ sid }) => handleOf(sid) === handle)
      if (row === undefined) throw new ProblemError('not_found')
      if (row.sid === ownSid)
        throw new ProblemError('conflict', { title: 'This is your own session: sign out instead.' })
      await end(agentId, [row.sid])
    },

    /** Also mends what an SFU that was away has left over. */
    async endOthers(agentId: string, ownSid: string): Promise<void> {
      const others = (await rowsOf(agentId)).filter(({ sid }) => sid !== ownSid)
      await end(
        agentId,
        others.map(({ sid }) => sid),
      )
    },
  }
}

export type AgentSessions = ReturnType<typeof createAgentSessions>
