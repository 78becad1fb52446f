import type { AdminUser, InstanceRole } from '@visavis/contracts'
import { z } from 'zod'
import { Prisma as Sql } from '../../generated/prisma/client.ts'
import type { Prisma } from '../../platform/database.ts'
import { containing, type Page, type PageRequest, readCursor, toPage } from '../../platform/pages.ts'

interface UserRow {
  readonly id: string
  readonly displayName: string
  readonly email: string
  readonly organization: string | null
  readonly role: InstanceRole
  readonly disabledAt: Date | null
  readonly lastLoginAt: Date | null
  readonly rooms: number
}

// Not the name itself: it is longer than a cursor may be.
const position = z.strictObject({ id: z.uuid() })

const after = (id: string) => Sql.sql`(u."displayName", u.id) >
  ((select "displayName" from "User" where id = ${id}::uuid), ${id}::uuid)`

function queryUsers(prisma: Prisma, where: Sql.Sql, limit: number): Promise<UserRow[]> {
  return prisma.$queryRaw<UserRow[]>`
    select u.id, u."displayName", u.email, u.organization, u.role, u."disabledAt", u."lastLoginAt",
      (select count(*)::int from "Room" r where r."ownerId" = u.id) as rooms
    from "User" u
    where ${where}
    order by u."displayName", u.id
    limit ${limit}`
}

const toAdminUser = ({ disabledAt, lastLoginAt, ...user }: UserRow): AdminUser => ({
  ...user,
  disabledAt: disabledAt?.toISOString() ?? null,
  lastLoginAt: lastLoginAt?.toISOString() ?? null,
})

/** A page of all agents by name, found by name or e-mail. */
export async function listUsers(prisma: Prisma, { cursor, limit, search }: PageRequest): Promise<Page<AdminUser>> {
  const from = readCursor(position, cursor)
  const pattern = containing(search)
  const conditions = [Sql.sql`true`]
  if (from !== null) conditions.push(after(from.id))
  if (pattern !== null) conditions.push(Sql.sql`(u."displayName" ilike ${pattern} or u.email ilike ${pattern})`)
  const rows = await queryUsers(prisma, Sql.join(conditions, ' and '), limit + 1)
  const { items, nextCursor } = toPage(rows, limit, ({ id }) => ({ id }))
  return { items: items.map(toAdminUser), nextCursor }
}

/** One agent as administrators see them; null when there is none. */
export async function findUser(prisma: Prisma, id: string): Promise<AdminUser | null> {
  const [row] = await queryUsers(prisma, Sql.sql`u.id = ${id}::uuid`, 1)
  return row === undefined ? null : toAdminUser(row)
}
