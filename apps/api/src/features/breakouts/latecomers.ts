import type { BreakoutSession, Participant } from '../../generated/prisma/client.ts'
import type { Prisma } from '../../platform/database.ts'
import { samePerson } from '../../platform/removals.ts'
import { type Change, present, revisionOf, type Transaction } from './sessions.ts'

/** Where this person was assigned as whom they were before: a page that reloads comes back as somebody new. */
async function formerRoom(tx: Transaction, latecomer: Participant): Promise<string | null> {
  const before = await tx.participant.findFirst({
    where: {
      callId: latecomer.callId,
      ...samePerson(latecomer),
      id: { not: latecomer.id },
      leftAt: { not: null },
      assignedId: { not: null },
    },
    orderBy: { assignedAt: 'desc' },
    select: { assignedId: true },
  })
  return before?.assignedId ?? null
}

async function smallestRoom(tx: Transaction, callId: string): Promise<string | null> {
  const rooms = await tx.breakout.findMany({ where: { callId }, orderBy: [{ position: 'asc' }, { id: 'asc' }] })
  const counts = await tx.participant.groupBy({
    by: ['assignedId'],
    where: { callId, assignedId: { not: null }, ...present },
    _count: true,
  })
  const sizes = new Map(counts.map(({ assignedId, _count }) => [assignedId, _count]))
  const sizeOf = ({ id }: { id: string }) => sizes.get(id) ?? 0
  return rooms.toSorted((one, other) => sizeOf(one) - sizeOf(other))[0]?.id ?? null
}

/** Assigns who has come since the rooms were opened: where they were before, or to the smallest room if that is the rule. */
export async function placeLatecomers(
  { callId, openedAt, placesLatecomers }: BreakoutSession,
  { prisma, change }: { prisma: Prisma; change: Change },
): Promise<void> {
  if (openedAt === null) return
  const latecomers = {
    where: { callId, role: 'participant' as const, assignedAt: null, admittedAt: { gt: openedAt }, ...present },
  }
  if ((await prisma.participant.count(latecomers)) === 0) return
  await change(callId, async (tx) => {
    for (const latecomer of await tx.participant.findMany(latecomers)) {
      const assignedId = (await formerRoom(tx, latecomer)) ?? (placesLatecomers ? await smallestRoom(tx, callId) : null)
      // Decided once, also where they stay.
      await tx.participant.update({ where: { id: latecomer.id }, data: { assignedId, assignedAt: new Date() } })
    }
    const revision = await revisionOf(tx, callId)
    await tx.breakoutSession.updateMany({ where: { callId, phase: 'open' }, data: { revision } })
  })
}
