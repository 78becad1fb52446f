import type { Participant } from '../generated/prisma/client.ts'
import type { Prisma } from './database.ts'

type Person = Pick<Participant, 'userId' | 'sessionHash'>

/** Selects everything that is the same person's: an agent's on all their devices, a guest's in their browser. */
export const samePerson = ({ userId, sessionHash }: Person) => (userId === null ? { userId, sessionHash } : { userId })

/** Whether this person was put out of the call, also when that was before this participant of theirs was written down. */
export async function isRemoved(prisma: Prisma, participant: Person & { callId: string }): Promise<boolean> {
  const where = { callId: participant.callId, ...samePerson(participant), removedAt: { not: null } }
  return (await prisma.participant.findFirst({ where, select: { id: true } })) !== null
}
