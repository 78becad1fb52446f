import type { Prisma as Sql } from '../generated/prisma/client.ts'

/** Holds the administrators still until the transaction ends, so that two who give the role up do so one after the other. */
export async function lockAdministrators(tx: Sql.TransactionClient): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from "User" where role = 'ADMIN' and "disabledAt" is null order by id for no key update`
  return new Set(rows.map(({ id }) => id))
}
