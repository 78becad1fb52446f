import { randomUUID } from 'node:crypto'
import type { ParticipantRole } from '@visavis/contracts'
import type { Call } from '../../generated/prisma/client.ts'
import type { Database } from '../../platform/database.ts'
import { nameKey, nameWithoutNumber } from '../../platform/name-keys.ts'
import { isAgentsName } from '../../platform/namesakes.ts'
import { hostIsThere } from '../../platform/room-settings.ts'

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
  /** Whether neither a lock nor the absence of a host keeps them out: a host, or whom a host let in. */
  readonly unheld: boolean
  readonly entryBeforeHost: boolean
  /** How many may be there already for one more to come in; null: however many. */
  readonly maxParticipants: number | null
}

/** Who somebody has become, and what they came from and to. */
export interface Entered {
  readonly identity: string
  readonly callId: string
  /** As the call shows it. */
  readonly displayName: string
  /** Whether a guest has the name of an agent of the call or the room. */
  readonly namesake: boolean
  /** Whether guests had this name in the call before its agent came: they are to give way. */
  readonly usurped: boolean
  readonly crowded: boolean
  /** Whether they stood in the lobby, until the room was opened to them. */
  readonly waited: boolean
}

// An agent is removed with every device of theirs, a guest with their browser.
const removed = `exists (select from "Participant" p where p."callId" = c.id and p."removedAt" is not null
    and (p."userId" = $2 or $2::uuid is null and p."sessionHash" = $3))`

// Who has been let in and is on the way counts, and no longer once they ought to have come. Counts to the limit at most.
const atLeast = (limit: string, callId: string) => `${limit}::int <= (select count(*) from (
    select from "Participant" p where p."callId" = ${callId} and p."leftAt" is null
      and p."removedAt" is null and (p."joinedAt" is not null or p."admittedAt" > now() - interval '1 minute')
    limit ${limit}::int) others)`
const crowded = `$8::int > 0 and ${atLeast('$8', '"Participant"."callId"')}`

// Read from left to right for nearly everybody: what is seldom so is seldom asked.
const mayCome = `($9 or c."lockedAt" is null and ($10 or ${hostIsThere}))
    and ($11::int is null or not ${atLeast('$11', 'c.id')})`

const callOf = {
  name: 'join-call-of',
  text: `select c.*, ${removed} as removed, ${hostIsThere} as hosted from "Call" c where c."openRoomId" = $1`,
}

const known = (where: string, byHost = false) => `(select p."displayName", p."nameKey", p."nameOrder",
    ${byHost} as "namedByHost" from "Participant" p where p."callId" = c.id and ${where} limit 1)`
const guests = `$2::uuid is null and p."userId" is null and p."sessionHash" = $3`

// A name's row is where those who come by it at once take turns; whoever had a name in this call has it again, an agent
// on every device, a guest in every tab of a browser.
const enter = {
  name: 'join-enter',
  text: `with place as (
      select c.id, c."roomId" from "Call" c where c."openRoomId" = $1 and not ${removed} and ${mayCome}),
    known as (
      select had.* from place c cross join lateral (
        ${known(`p."namedByHost" and ${guests}`, true)}
        union all ${known(`p."nameKey" = $12 and ${guests}`)}
        union all ${known(`p."nameKey" = $12 and $2::uuid is not null and p."userId" = $2`)}
      ) had order by "namedByHost" desc limit 1),
    numbered as (
      insert into "CallName" ("callId", "nameKey", agents, guests)
      select id, $12::text, case when $2::uuid is null then 0 else 1 end, case when $2::uuid is null then 1 else 0 end
        from place where not exists (select from known)
      on conflict ("callId", "nameKey") do update set
        agents = "CallName".agents + excluded.agents,
        guests = case when excluded.guests = 0 then "CallName".guests
          else greatest("CallName".guests, "CallName".agents) + 1 end
      returning case when $2::uuid is null then guests else agents end as "nameOrder",
        $2::uuid is not null and guests > 0 as usurped),
    asked as (
      update "LobbyEntry" set state = 'withdrawn'
      where "roomId" = $1 and "sessionHash" = $3 and state = 'waiting' and exists (select from place)
      returning id)
    insert into "Participant" ("callId", "userId", "sessionHash", id, role, "resumeHash",
      "displayName", "nameKey", "nameOrder", "namedByHost", namesake)
    select c.id, $2, $3, $4, $6, $7,
      coalesce(known."displayName", $5::text || case when n."nameOrder" > 1 then ' (' || n."nameOrder" || ')' else '' end),
      coalesce(known."nameKey", $12), coalesce(known."nameOrder", n."nameOrder"), coalesce(known."namedByHost", false),
      $2::uuid is null and ${isAgentsName('coalesce(known."nameKey", $12)', { roomId: 'c."roomId"', callId: 'c.id' })}
    from place c left join known on true left join numbered n on true
    returning "callId", "displayName", namesake, ${crowded} as crowded, exists (select from asked) as waited,
      coalesce((select usurped from numbered), false) as usurped`,
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
    returning id as identity, "callId", "displayName", namesake, moves, "breakoutId", granted`,
}

/** A participant that goes on from another page. */
export interface Moved {
  readonly identity: string
  readonly callId: string
  readonly displayName: string
  readonly namesake: boolean
  readonly moves: number
  readonly breakoutId: string | null
  readonly granted: readonly string[]
}

type Row = Omit<Entered, 'identity'>
type CallOfComer = Call & { removed: boolean; hosted: boolean }

/** The statements of every join, which each connection plans once: a call begins with everybody at the same time. */
export function createParticipants({ prepared }: Pick<Database, 'prepared'>) {
  /** Where places are counted, nobody comes in while another one is being counted. */
  async function inTurn(roomId: string, statement: { name: string; text: string; values: unknown[] }) {
    const client = await prepared.connect()
    try {
      await client.query('begin')
      await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [roomId])
      const result = await client.query<Row>(statement)
      await client.query('commit')
      return result
    } catch (error) {
      await client.query('rollback')
      throw error
    } finally {
      client.release()
    }
  }

  return {
    /** The room's open call, whether a host has removed this comer from it, and whether a host is there. */
    async findCallOf({ roomId, userId, sessionHash }: Comer): Promise<CallOfComer | null> {
      const values = [roomId, userId, sessionHash]
      const { rows } = await prepared.query<CallOfComer>({ ...callOf, values })
      return rows[0] ?? null
    },

    /** Whether this person is in the room's open call. */
    async isInCall({ roomId, userId, sessionHash }: Comer): Promise<boolean> {
      const { rows } = await prepared.query<{ there: boolean }>({ ...isInCall, values: [roomId, userId, sessionHash] })
      return rows[0]?.there === true
    },

    /** Hands this person's newest participant in the open call over to the page that asks; null when there is none. */
    async move({
      roomId,
      userId,
      sessionHash,
      role,
      resumeHash,
    }: Comer & Pick<Entrant, 'role' | 'resumeHash'>): Promise<Moved | null> {
      const values = [roomId, userId, sessionHash, role, resumeHash]
      const { rows } = await prepared.query<Moved>({ ...move, values })
      return rows[0] ?? null
    },

    /** Adds a participant to the room's open call; null when there is none, or it does not take this comer. */
    async enter(entrant: Entrant): Promise<Entered | null> {
      const { roomId, userId, sessionHash, displayName, role, resumeHash, crowdFrom } = entrant
      const { unheld, entryBeforeHost, maxParticipants } = entrant
      const identity = randomUUID()
      const who = [roomId, userId, sessionHash, identity, nameWithoutNumber(displayName), role, resumeHash]
      const places = role === 'participant' ? maxParticipants : null
      const values = [...who, crowdFrom, unheld, entryBeforeHost, places, nameKey(displayName)]
      const statement = { ...enter, values }
      const { rows } = maxParticipants === null ? await prepared.query<Row>(statement) : await inTurn(roomId, statement)
      return rows[0] === undefined ? null : { identity, ...rows[0] }
    },
  }
}
