import type { Invited } from '@visavis/contracts'
import type { Invitee, Prisma as Sql } from '../../generated/prisma/client.ts'

/** Who was invited or no longer is, and who was there before and stays. */
export interface InviteeChanges {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly kept: readonly string[]
  /** E-mail addresses of co-hosts who were none before. */
  readonly newCohosts: readonly string[]
}

const differs = (one: Invitee, { name, cohost, optional }: Invited) =>
  one.name !== name || one.cohost !== cohost || one.optional !== optional

/** Makes the list of those invited what is asked for. Whoever stays keeps their reply; whoever leaves is kept to be told. */
export async function setInvitees(
  tx: Sql.TransactionClient,
  meetingId: string,
  wanted: readonly Invited[],
): Promise<InviteeChanges> {
  const before = await tx.invitee.findMany({ where: { meetingId } })
  const known = new Map(before.map((invitee) => [invitee.email, invitee]))
  const asked = new Set(wanted.map(({ email }) => email))
  const isIn = (email: string) => known.get(email)?.removedAt === null

  const fresh = wanted.filter(({ email }) => !known.has(email))
  const added = await tx.invitee.createManyAndReturn({
    data: fresh.map((one) => ({ ...one, meetingId })),
    select: { id: true },
  })
  const back: string[] = []
  const kept: string[] = []
  for (const one of wanted) {
    const there = known.get(one.email)
    if (there === undefined) continue
    const returns = there.removedAt !== null
    ;(returns ? back : kept).push(there.id)
    if (!returns && !differs(there, one)) continue
    const { name, cohost, optional } = one
    const anew = { removedAt: null, refusedAt: null, reply: 'pending', repliedAt: null } as const
    await tx.invitee.update({ where: { id: there.id }, data: { name, cohost, optional, ...(returns && anew) } })
  }
  const gone = before.filter(({ email, removedAt }) => removedAt === null && !asked.has(email)).map(({ id }) => id)
  if (gone.length > 0) await tx.invitee.updateMany({ where: { id: { in: gone } }, data: { removedAt: new Date() } })
  const newCohosts = wanted
    .filter(({ email, cohost }) => cohost && !(isIn(email) && known.get(email)?.cohost))
    .map(({ email }) => email)
  return { added: [...added.map(({ id }) => id), ...back], removed: gone, kept, newCohosts }
}
