import type { ParticipantRole } from '@visavis/contracts'
import type { Call } from '../../generated/prisma/client.ts'
import type { Database } from '../../platform/database.ts'

/** Who a participant is to the call: what the token and the row say of them. */
export interface NewParticipant {
  readonly id: string
  readonly callId: string
  readonly userId: string | null
  readonly displayName: string
  readonly role: ParticipantRole
  readonly sessionHash: string
  readonly resumeHash: string
}

const callOf = {
  name: 'join-call-of',
  text: `select c.*,
      case when $2::uuid is null
        then exists (select from "Participant" p
          where p."callId" = c.id and p."sessionHash" = $3 and p."removedAt" is not null)
        else exists (select from "Participant" p
          where p."callId" = c.id and p."userId" = $2 and p."removedAt" is not null)
      end as removed
    from "Call" c
    where c."openRoomId" = $1`,
}

const insert = {
  name: 'join-insert',
  text: `insert into "Participant" (id, "callId", "userId", "displayName", role, "sessionHash", "resumeHash")
    values ($1, $2, $3, $4, $5, $6, $7)`,
}

/** What every join asks of the database, as statements that Postgres plans once: a call begins with everybody at once. */
export function createParticipants({ pool }: Pick<Database, 'pool'>) {
  return {
    /** The room's open call, and whether a host has removed this caller from it; an agent on every device. */
    async findCallOf(caller: { roomId: string; userId: string | null; sessionHash: string }) {
      const values = [caller.roomId, caller.userId, caller.sessionHash]
      const { rows } = await pool.query<Call & { removed: boolean }>({ ...callOf, values })
      return rows[0] ?? null
    },
    async add({ id, callId, userId, displayName, role, sessionHash, resumeHash }: NewParticipant): Promise<void> {
      const values = [id, callId, userId, displayName, role, sessionHash, resumeHash]
      await pool.query({ ...insert, values })
    },
  }
}
