import type { Participant } from '../../generated/prisma/client.ts'
import type { Prisma } from '../../platform/database.ts'
import { ProblemError } from '../../platform/problems.ts'

/** Whoever is in the open call by this identity. Throws `not_found`. */
export async function findInCall(prisma: Prisma, callId: string, identity: string): Promise<Participant> {
  const where = { id: identity, callId, call: { endedAt: null }, removedAt: null, leftAt: null }
  const participant = await prisma.participant.findFirst({ where })
  if (participant === null) throw new ProblemError('not_found')
  return participant
}
