import type { Occurrence, Reply } from '@visavis/contracts'
import { z } from 'zod'
import { Prisma as Sql, type User } from '../../generated/prisma/client.ts'
import type { Prisma } from '../../platform/database.ts'
import { containing, type Page, type PageRequest, readCursor, toPage } from '../../platform/pages.ts'
import { occurrencesOf, type Planned, type PlannedDate } from './occurrences.ts'

/** Of how many meetings dates are looked for; whoever has more finds the later ones by search. */
const mostMeetings = 500
/** Meetings whose next date has just ended and which have not been moved on to the one after it, a minute's at the most. */
const mostLate = 25

const position = z.strictObject({ at: z.iso.datetime(), key: z.string() })

interface Row extends Planned {
  readonly id: string
  readonly slug: string
  readonly roomName: string
  readonly organizerName: string
  readonly role: Occurrence['role']
  readonly reply: Reply | null
}

export interface MeetingListRequest extends PageRequest {
  readonly from?: string | undefined
  readonly room?: string | undefined
}

// Arrays instead of joins: so that Postgres combines the indices of all sides of `or`.
const ofAgent = ({ id, email }: User) => Sql.sql`(m."organizerId" = ${id}::uuid
  or m."roomId" = any(array(select r.id from "Room" r where r."ownerId" = ${id}::uuid
    union all select rm."roomId" from "RoomMember" rm where rm."userId" = ${id}::uuid and rm.role = 'cohost'))
  or m.id = any(array(select i."meetingId" from "Invitee" i where i.email = ${email} and i."removedAt" is null)))`

function findMeetings(prisma: Prisma, agent: User, from: Date, request: MeetingListRequest, limit: number) {
  const pattern = containing(request.search)
  const conditions = [
    Sql.sql`m."nextEndsAt" is not null and (m."lastEndsAt" is null or m."lastEndsAt" > ${from})`,
    ofAgent(agent),
    ...(request.room === undefined ? [] : [Sql.sql`r.slug = ${request.room}`]),
    ...(pattern === null ? [] : [Sql.sql`(m.title ilike ${pattern} or r.name ilike ${pattern})`]),
  ]
  return prisma.$queryRaw<Row[]>`
    select m.id, m.title, m.start, m."timeZone", m."durationMinutes", m.recurrence, r.slug, r.name as "roomName",
      o."displayName" as "organizerName",
      case when m."organizerId" = ${agent.id}::uuid then 'organizer'
        when r."ownerId" = ${agent.id}::uuid or exists (select 1 from "RoomMember" rm
          where rm."roomId" = r.id and rm."userId" = ${agent.id}::uuid and rm.role = 'cohost') then 'host'
        else 'invitee' end as role,
      (select i.reply::text from "Invitee" i
        where i."meetingId" = m.id and i.email = ${agent.email} and i."removedAt" is null) as reply,
      coalesce((select jsonb_agg(to_jsonb(e)) from "MeetingException" e where e."meetingId" = m.id), '[]') as exceptions
    from "Meeting" m join "Room" r on r.id = m."roomId" join "User" o on o.id = m."organizerId"
    where ${Sql.join(conditions, ' and ')}
    order by m."nextStartsAt", m.id
    limit ${limit}`
}

const keyOf = (row: Row, date: PlannedDate) => `${row.id} ${date.recurrenceId}`

interface Dated {
  readonly row: Row
  readonly date: PlannedDate
  readonly key: string
  readonly rest: Generator<PlannedDate, void>
}

const order = (one: Dated, other: Dated) =>
  one.date.startsAt.getTime() - other.date.startsAt.getTime() || (one.key < other.key ? -1 : 1)

function dated(row: Row, rest: Generator<PlannedDate, void>): Dated[] {
  const { value: date } = rest.next()
  return date ? [{ row, date, key: keyOf(row, date), rest }] : []
}

/** The dates of all meetings in the order in which they take place, each worked out when its turn comes. */
function* merged(rows: readonly Row[], from: Date): Generator<Dated, void> {
  const heads = rows.flatMap((row) => dated(row, occurrencesOf(row, from))).sort(order)
  for (let head = heads.shift(); head !== undefined; head = heads.shift()) {
    yield head
    for (const next of dated(head.row, head.rest)) {
      const place = heads.findIndex((other) => order(next, other) < 0)
      heads.splice(place === -1 ? heads.length : place, 0, next)
    }
  }
}

function viewOf({ row, date }: Dated): Occurrence {
  return {
    meetingId: row.id,
    recurrenceId: date.recurrenceId,
    title: date.title,
    startsAt: date.startsAt.toISOString(),
    endsAt: date.endsAt.toISOString(),
    recurring: row.recurrence !== null,
    room: { slug: row.slug, name: row.roomName },
    organizerName: row.organizerName,
    role: row.role,
    reply: row.reply,
  }
}

/** A page of the dates of an agent's meetings that end after now, or after `from`. */
export async function listOccurrences(
  prisma: Prisma,
  agent: User,
  request: MeetingListRequest,
): Promise<Page<Occurrence>> {
  const { limit, cursor } = request
  const last = readCursor(position, cursor)
  const from = new Date(request.from ?? Date.now())
  // The first dates of all are among those of as many meetings whose next ones are the first.
  const isFirstPage = last === null && request.from === undefined
  const rows = await findMeetings(prisma, agent, from, request, isFirstPage ? limit + 1 + mostLate : mostMeetings)
  const isLater = ({ date, key }: Dated) => {
    if (last === null) return true
    const at = date.startsAt.toISOString()
    return at > last.at || (at === last.at && key > last.key)
  }
  const earliest = last === null ? from : new Date(Math.max(from.getTime(), Date.parse(last.at)))
  const found = merged(rows, earliest)
    .filter(isLater)
    .take(limit + 1)
    .toArray()
  const { items, nextCursor } = toPage(found, limit, ({ date, key }) => ({ at: date.startsAt.toISOString(), key }))
  return { items: items.map(viewOf), nextCursor }
}
