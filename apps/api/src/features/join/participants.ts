import { randomUUID } from 'node:crypto'
import type { ParticipantRole } from '@visavis/contracts'
import type { Call } from '../../generated/prisma/client.ts'
import type { Database } from '../../platform/database.ts'

/** Who stands at the door, of which room. */
export interface Comer {
  readonly roomId: string
  readonly userId: string | null
  readonly sessionHash: string
}

/** What is written down of somebody who comes in. */
export interface Entrant extends Comer {
  readonly displayName: string
  readonly role: ParticipantRole
  readonly resumeHash: string
  /** How many others make it a crowd; 0: nobody does. */
  readonly crowdFrom: number
}

/** Who somebody has become, and what they came from and to. */
export interface Entered {
  readonly identity: string
  readonly callId: string
  readonly crowded: boolean
  /** Whether they stood in the lobby, until the room was opened to them. */
  readonly waited: boolean
}

// An agent is removed with every device of theirs, a guest with their browser.
const removed = `exists (select from "Participant" p where p."callId" = c.id and p."removedAt" is not null
    and (p."userId" = $2 or $2::uuid is null and p."sessionHash" = $3))`

// Who has been let in and is on the way counts, and no longer once they ought to have come. Counts to the limit at most.
const crowded = `$8::int > 0 and $8::int <= (select count(*) from (
    select from "Participant" p where p."callId" = "Participant"."callId" and p."leftAt" is null
      and p."removedAt" is null and (p."joinedAt" is not null or p."admittedAt" > now() - interval '1 minute')
    limit $8::int) others)`

const callOf = {
  name: 'join-call-of',
  text: `select c.*, ${removed} as removed from "Call" c where c."openRoomId" = $1`,
}

const enter = {
  name: 'join-enter',
  text: `with asked as (
      update "LobbyEntry" set state = 'withdrawn'
      where "roomId" = $1 and "sessionHash" = $3 and state = 'waiting' returning id)
    insert into "Participant" ("callId", "userId", "sessionHash", id, "displayName", role, "resumeHash")
    select c.id, $2, $3, $4, $5, $6, $7 from "Call" c where c."openRoomId" = $1 and not ${removed}
    returning "callId", ${crowded} as crowded, exists (select from asked) as waited`,
}

// On any page of an agent's, on any page of a guest's browser; not those who have not arrived yet.
const theirsInCall = `from "Participant" p join "Call" c on c.id = p."callId" where c."openRoomId" = $1
    and p."joinedAt" is not null and p."leftAt" is null and p."removedAt" is null
    and (p."userId" = $2 or $2::uuid is null and p."userId" is null and p."sessionHash" = $3)`

const isInCall = { name: 'join-is-in-call', text: `select exists (select ${theirsInCall}) as there` }

const move = {
  name: 'join-move',
  text: `update "Participant" set "sessionHash" = $3, role = $4, "resumeHash" = $5, moves = moves + 1
    where id = (select p.id ${theirsInCall} and not ${removed} order by p."admittedAt" desc limit 1)
    returning id as identity, "callId", "displayName", moves`,
}

/** A participant that goes on from another page. */
export interface Moved {
  readonly identity: string
  readonly callId: string
  readonly displayName: string
  readonly moves: number
}

/** The statements of every join, which each connection plans once: a call begins with everybody at the same time. */
export function createParticipants({ pool }: Pick<Database, 'pool'>) {
  return {
    /** The room's open call, and whether a host has removed this comer from it. */
    async findCallOf({ roomId, userId, sessionHash }: Comer): Promise<(Call & { removed: boolean }) | null> {
      const values = [roomId, userId, sessionHash]
      const { rows } = await pool.query<Call & { removed: boolean }>({ ...callOf, values })
      return rows[0] ?? null
    },

    /** Whether this person is in the room's open call. */
    async isInCall({ roomId, userId, sessionHash }: Comer): Promise<boolean> {
      const { rows } = await pool.query<{ there: boolean }>({ ...isInCall, values: [roomId, userId, sessionHash] })
      return rows[0]?.there === true
    },

    /** Hands this person's newest participant in the open call over to the page that asks; null when there is none. */
    async move({
      roomId,
      userId,
      sessionHash,
      role,
      resumeHash,
    }: Omit<Entrant, 'displayName' | 'crowdFrom'>): Promise<Moved | null> {
      const values = [roomId, userId, sessionHash, role, resumeHash]
      const { rows } = await pool.query<Moved>({ ...move, values })
      return rows[0] ?? null
    },

    /** Adds a participant to the room's open call; null when there is none, or the comer was removed from it. */
    async enter(entrant: Entrant): Promise<Entered | null> {
      const { roomId, userId, sessionHash, displayName, role, resumeHash, crowdFrom } = entrant
      const identity = randomUUID()
      const values = [roomId, userId, sessionHash, identity, displayName, role, resumeHash, crowdFrom]
      const { rows } = await pool.query<Omit<Entered, 'identity'>>({ ...enter, values })
      return rows[0] === undefined ? null : { identity, ...rows[0] }
    },
  }
}
