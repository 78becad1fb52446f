import type { BreakoutSession } from '../../generated/prisma/client.ts'
import type { Prisma } from '../../platform/database.ts'
import { ProblemError } from '../../platform/problems.ts'
import type { Sfu } from '../../platform/sfu.ts'
import { placeLatecomers } from './latecomers.ts'
import { type Change, inSeconds, revisionOf, type Transaction } from './sessions.ts'

/** How long people have for their way back before the SFU ends the rooms. */
const emptyingSeconds = 5

interface SettleDeps {
  readonly prisma: Prisma
  readonly sfu: Sfu
  readonly change: Change
}

/**
 * Does what is due in all calls: begins and ends recalls, empties rooms, places late arrivals. Every API copy does so once a
 * second; what two do at once is done once.
 */
export function createSettle({ prisma, sfu, change }: SettleDeps) {
  async function recall({ callId, countdownSeconds }: BreakoutSession, now: Date) {
    await change(callId, async (tx) => {
      await tx.breakoutSession.updateMany({
        where: { callId, phase: 'open', endsAt: { lte: now } },
        data: {
          phase: 'recalling',
          closesAt: inSeconds(now, countdownSeconds),
          revision: await revisionOf(tx, callId),
        },
      })
    })
  }

  async function close({ callId }: BreakoutSession, now: Date) {
    await change(callId, async (tx: Transaction) => {
      const due = { callId, phase: 'recalling' as const, closesAt: { lte: now } }
      const { count } = await tx.breakoutSession.updateMany({ where: due, data: { phase: 'closed' } })
      if (count === 0) return
      await tx.participant.updateMany({ where: { callId, breakoutId: { not: null } }, data: { breakoutId: null } })
      await tx.breakout.updateMany({ where: { callId }, data: { helpAskedAt: null } })
    })
  }

  async function empty({ callId }: BreakoutSession) {
    // Somebody is on the way back from the rooms that end now: the call is not over because none is left.
    await sfu.ensureRoom(callId)
    const rooms = await prisma.breakout.findMany({ where: { callId, session: { phase: 'closed' } } })
    await Promise.all(rooms.map(({ id }) => sfu.endRoom(id)))
    await prisma.breakoutSession.updateMany({ where: { callId, phase: 'closed' }, data: { phase: 'draft' } })
  }

  async function settle(session: BreakoutSession, now: Date) {
    const { phase, endsAt, closesAt, byChoice } = session
    if (phase === 'open' && endsAt !== null && endsAt <= now) return await recall(session, now)
    if (phase === 'open' && !byChoice) return await placeLatecomers(session, { prisma, change })
    if (closesAt === null || closesAt > now) return
    if (phase === 'recalling') return await close(session, now)
    if (inSeconds(closesAt, emptyingSeconds) <= now) await empty(session)
  }

  return async function settleAll(now = new Date()): Promise<void> {
    const sessions = await prisma.breakoutSession.findMany({
      where: { phase: { in: ['open', 'recalling', 'closed'] } },
    })
    for (const session of sessions) {
      await settle(session, now).catch((error: unknown) => {
        // The call has just ended, and its breakouts with it.
        if (!(error instanceof ProblemError && error.code === 'forbidden')) throw error
      })
    }
  }
}
