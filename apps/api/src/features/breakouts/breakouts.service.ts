import type { BreakoutPlan } from '@visavis/contracts'
import type { Audit } from '../../platform/audit.ts'
import type { Prisma } from '../../platform/database.ts'
import { ProblemError } from '../../platform/problems.ts'
import { planRooms } from './plan.ts'
import {
  type Change,
  endOf,
  findSession,
  inSeconds,
  present,
  revisionOf,
  type Session,
  type Transaction,
} from './sessions.ts'
import { shuffle } from './shuffle.ts'

export interface BreakoutsDeps {
  readonly prisma: Prisma
  readonly audit: Audit
  readonly change: Change
  /** Does what is due. */
  settle(): Promise<void>
}

export interface Assignment {
  readonly identity: string
  readonly breakoutId: string | null
}

/** What hosts do with breakout rooms. Each call has one session of them, which changes under the call's revision. */
export function createBreakouts({ audit, change, settle }: BreakoutsDeps) {
  async function theirs(tx: Transaction, callId: string): Promise<Session> {
    const session = await findSession(tx, callId)
    if (session === null) throw new ProblemError('conflict', { title: 'No breakout rooms have been planned.' })
    return session
  }

  async function assign(tx: Transaction, callId: string, assignments: readonly Assignment[]) {
    const at = new Date()
    const rooms = Map.groupBy(assignments, ({ breakoutId }) => breakoutId)
    for (const [breakoutId, people] of rooms) {
      const ids = new Set(people.map(({ identity }) => identity))
      const { count } = await tx.participant.updateMany({
        where: { callId, id: { in: [...ids] } },
        data: { assignedId: breakoutId, assignedAt: at, ...(breakoutId === null && { breakoutId: null }) },
      })
      if (count < ids.size) throw new ProblemError('not_found')
    }
  }

  return {
    async plan(callId: string, plan: BreakoutPlan, actorId: string): Promise<void> {
      await change(callId, async (tx) => {
        await planRooms(tx, callId, plan)
        await audit({ action: 'breakouts.planned', actorId, subjectId: callId }, tx)
      })
    },

    async assign(callId: string, assignments: readonly Assignment[], actorId: string): Promise<void> {
      await change(callId, async (tx) => {
        const { rooms } = await theirs(tx, callId)
        const known = new Set([null, ...rooms.map(({ id }) => id)])
        if (!assignments.every(({ breakoutId }) => known.has(breakoutId))) throw new ProblemError('not_found')
        await assign(tx, callId, assignments)
        const revision = await revisionOf(tx, callId)
        await tx.breakoutSession.update({ where: { callId }, data: { revision } })
        await audit({ action: 'breakouts.assigned', actorId, subjectId: callId }, tx)
      })
    },

    async shuffle(callId: string, actorId: string): Promise<void> {
      await change(callId, async (tx) => {
        const { phase, rooms } = await theirs(tx, callId)
        if (phase === 'open' || phase === 'recalling') throw new ProblemError('conflict')
        const where = { callId, role: 'participant' as const, ...present }
        const people = await tx.participant.findMany({ where, select: { id: true } })
        await assign(
          tx,
          callId,
          shuffle(
            people.map(({ id }) => id),
            rooms.map(({ id }) => id),
          ),
        )
        await audit({ action: 'breakouts.assigned', actorId, subjectId: callId }, tx)
      })
    },

    /** The second of two hosts finds them open. */
    async open(callId: string, actorId: string): Promise<void> {
      await change(callId, async (tx) => {
        const { phase, minutes } = await theirs(tx, callId)
        if (phase === 'open') return
        if (phase === 'recalling') throw new ProblemError('conflict', { title: 'The breakout rooms are being closed.' })
        const openedAt = new Date()
        await tx.breakoutSession.update({
          where: { callId },
          data: {
            phase: 'open',
            openedAt,
            endsAt: endOf(openedAt, minutes),
            closesAt: null,
            announcement: null,
            announcedAt: null,
            revision: await revisionOf(tx, callId),
          },
        })
        await audit({ action: 'breakouts.opened', actorId, subjectId: callId }, tx)
      })
    },

    /** Whatever two hosts ask for at once, in whichever order, the earlier end holds. */
    async recall(callId: string, at: 'once' | 'countdown', actorId: string): Promise<void> {
      await change(callId, async (tx) => {
        const session = await findSession(tx, callId)
        if (session?.phase !== 'open' && session?.phase !== 'recalling') return
        const wanted = inSeconds(new Date(), at === 'once' ? 0 : session.countdownSeconds)
        const { closesAt } = session
        await tx.breakoutSession.update({
          where: { callId },
          data: {
            phase: 'recalling',
            closesAt: closesAt !== null && closesAt < wanted ? closesAt : wanted,
            revision: await revisionOf(tx, callId),
          },
        })
        await audit({ action: 'breakouts.recalled', actorId, subjectId: callId, details: { at } }, tx)
      })
      if (at === 'once') await settle()
    },

    async announce(callId: string, text: string, actorId: string): Promise<void> {
      await change(callId, async (tx) => {
        const { phase } = await theirs(tx, callId)
        if (phase !== 'open' && phase !== 'recalling') throw new ProblemError('conflict')
        const revision = await revisionOf(tx, callId)
        const data = { announcement: text, announcedAt: new Date(), revision }
        await tx.breakoutSession.update({ where: { callId }, data })
        await audit({ action: 'breakouts.announced', actorId, subjectId: callId }, tx)
      })
    },
  }
}

export type BreakoutSessions = ReturnType<typeof createBreakouts>
