import type { Prisma } from '../generated/prisma/client.ts'

/** Until the transaction ends nobody else signs in by this e-mail address, or is made a member by it. */
export async function lockEmail(transaction: Prisma.TransactionClient, email: string): Promise<void> {
  await transaction.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${email}, 0))`
}
