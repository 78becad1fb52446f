import { type AccessLevel, type AdminRoom, type RoomRole, roomSettingsSchema } from '@visavis/contracts'
import { Prisma as Sql } from '../../generated/prisma/client.ts'
import { effectiveAccessLevel } from '../../platform/access-levels.ts'
import type { Prisma } from '../../platform/database.ts'

/** A room with all that lists show of it, as one query reads it. */
export interface RoomRow {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly accessLevel: AccessLevel
  readonly settings: unknown
  readonly createdAt: Date
  readonly touchedAt: Date
  readonly lastUsedAt: Date | null
  readonly ownerId: string
  readonly ownerName: string
  readonly ownerEmail: string
  readonly role: RoomRole | null
  readonly callId: string | null
  readonly callStartedAt: Date | null
  readonly participants: number
}

/** Rooms `r` of owners `o`, last used first; by one statement, because a page must not cost a query per room. */
export function queryRooms(prisma: Prisma, viewerId: string, where: Sql.Sql, limit: number): Promise<RoomRow[]> {
  return prisma.$queryRaw<RoomRow[]>`
    select r.id, r.slug, r.name, r."accessLevel", r.settings, r."createdAt", r."touchedAt", r."lastUsedAt", r."ownerId",
      o."displayName" as "ownerName", o.email as "ownerEmail",
      case when r."ownerId" = ${viewerId}::uuid then 'owner' else
        (select m.role::text from "RoomMember" m where m."roomId" = r.id and m."userId" = ${viewerId}::uuid) end as role,
      c.id as "callId", c."startedAt" as "callStartedAt",
      (select count(*)::int from "Participant" p
        where p."callId" = c.id and p."joinedAt" is not null and p."leftAt" is null) as participants
    from "Room" r
      join "User" o on o.id = r."ownerId"
      left join "Call" c on c."openRoomId" = r.id
    where ${where}
    order by r."touchedAt" desc, r.id
    limit ${limit}`
}

/** What the API says of a room. The owner's id and e-mail are for administrators: the other responses' schemas drop them. */
export function toRoom(row: RoomRow, allowedAccessLevels: readonly AccessLevel[]): AdminRoom {
  const { callId, callStartedAt, participants } = row
  return {
    slug: row.slug,
    name: row.name,
    accessLevel: effectiveAccessLevel(row.accessLevel, allowedAccessLevels),
    ownerId: row.ownerId,
    ownerName: row.ownerName,
    ownerEmail: row.ownerEmail,
    role: row.role,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    settings: roomSettingsSchema.parse(row.settings),
    liveCall:
      callId === null || callStartedAt === null
        ? null
        : { callId, participants, startedAt: callStartedAt.toISOString() },
  }
}
