import { type CallState, dataTopics } from '@visavis/contracts'
import type { Prisma } from '../../platform/database.ts'
import type { Sfu } from '../../platform/sfu.ts'
import { SfuUnavailableError } from '../../platform/sfu.ts'

type Transaction = Parameters<Parameters<Prisma['$transaction']>[0]>[0]

/** What everybody in a call knows of it besides media: kept in Postgres, told to all through the SFU. */
export function createCallState({ prisma, sfu }: { prisma: Prisma; sfu: Sfu }) {
  async function read(callId: string): Promise<CallState> {
    const { revision, spotlight, participants } = await prisma.call.findUniqueOrThrow({
      where: { id: callId },
      select: {
        revision: true,
        spotlight: true,
        participants: {
          where: { handRaisedAt: { not: null }, removedAt: null, leftAt: null },
          orderBy: [{ handRaisedAt: 'asc' }, { id: 'asc' }],
          select: { id: true, handRaisedAt: true },
        },
      },
    })
    const hands = participants.flatMap(({ id, handRaisedAt }) =>
      handRaisedAt === null ? [] : [{ identity: id, raisedAt: handRaisedAt.toISOString() }],
    )
    return { revision, hands, spotlight }
  }

  /** Changes it and tells everybody. Whoever misses the message asks when they are connected again. */
  async function change(callId: string, work: (tx: Transaction) => Promise<unknown>): Promise<void> {
    await prisma.$transaction(async (tx) => {
      await tx.call.update({ where: { id: callId }, data: { revision: { increment: 1 } } })
      await work(tx)
    })
    await sfu.sendData(callId, dataTopics.state, await read(callId)).catch((error: unknown) => {
      if (!(error instanceof SfuUnavailableError)) throw error
    })
  }

  return { read, change }
}

export type CallStates = ReturnType<typeof createCallState>
