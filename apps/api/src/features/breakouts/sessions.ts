import type { Breakout, BreakoutSession } from '../../generated/prisma/client.ts'
import type { Prisma } from '../../platform/database.ts'

export type Transaction = Parameters<Parameters<Prisma['$transaction']>[0]>[0]

/** Changes what a call knows, one change after the other, and tells everybody. Throws `forbidden` when the call is over. */
export type Change = (callId: string, work: (tx: Transaction) => Promise<unknown>) => Promise<unknown>

export type Session = BreakoutSession & { rooms: Breakout[] }

/** The session of a call with its rooms in their order. */
export const findSession = (prisma: Pick<Transaction, 'breakoutSession'>, callId: string): Promise<Session | null> =>
  prisma.breakoutSession.findUnique({
    where: { callId },
    include: { rooms: { orderBy: [{ position: 'asc' }, { id: 'asc' }] } },
  })

/** Whoever is there now. */
export const present = { joinedAt: { not: null }, leftAt: null, removedAt: null }

/** To be stored with a change that everybody is to know of, within `Change`. */
export async function revisionOf(tx: Transaction, callId: string): Promise<number> {
  return (await tx.call.findUniqueOrThrow({ where: { id: callId }, select: { revision: true } })).revision
}

export const inSeconds = (from: Date, seconds: number) => new Date(from.getTime() + seconds * 1000)

/** When the call back begins by itself. */
export const endOf = (openedAt: Date, minutes: number | null) =>
  minutes === null ? null : inSeconds(openedAt, minutes * 60)
