import type { Agenda, BodyOf, CallState, putAgenda, TimerAction } from '@visavis/contracts'
import { Prisma as Sql } from '../../generated/prisma/client.ts'
import type { Audit, AuditAction } from '../../platform/audit.ts'
import type { Prisma } from '../../platform/database.ts'
import { ProblemError } from '../../platform/problems.ts'
import { editAgenda, goTo, pauseAgenda, resumeAgenda } from './agenda-clock.ts'
import type { CallStates } from './call-state.ts'
import { databaseTime, parseClocks, type StoredClocks } from './clocks.ts'
import { extendClock, pauseClock, resumeClock, startClock } from './timer-clock.ts'

export interface ClocksDeps {
  readonly prisma: Prisma
  readonly audit: Audit
  readonly callState: CallStates
}

/** Timer and agenda of a call, by the database's clock. One of both runs: starting either pauses the other. */
export function createClocks({ prisma, audit, callState }: ClocksDeps) {
  const select = { timer: true, agenda: true }
  const where = (callId: string) => ({ where: { id: callId }, select })

  /** One change after the other: the second of two hosts finds what the first has made. */
  function change(
    { callId, actorId, action }: { callId: string; actorId: string; action: AuditAction },
    work: (clocks: StoredClocks, nowMs: number) => StoredClocks,
  ): Promise<CallState> {
    return callState.change(callId, async (tx) => {
      const clocks = parseClocks(await tx.call.findUniqueOrThrow(where(callId)))
      const { timer, agenda } = work(clocks, await databaseTime(tx))
      if (timer === clocks.timer && agenda === clocks.agenda) return
      await tx.call.update({ where: { id: callId }, data: { timer: timer ?? Sql.DbNull, agenda } })
      await audit({ action, actorId, subjectId: callId }, tx)
    })
  }

  async function readAgenda(callId: string): Promise<Agenda> {
    const { agenda } = parseClocks(await prisma.call.findUniqueOrThrow(where(callId)))
    return { edition: agenda.edition, items: agenda.items }
  }

  return {
    readAgenda,

    startTimer: (callId: string, seconds: number, actorId: string) =>
      change({ callId, actorId, action: 'timer.started' }, ({ timer, agenda }, nowMs) => {
        if (timer !== null) throw new ProblemError('conflict', { title: 'There is a timer already.' })
        return { timer: startClock(seconds * 1000, nowMs), agenda: pauseAgenda(agenda, nowMs) }
      }),

    changeTimer: (callId: string, action: TimerAction, actorId: string) =>
      change({ callId, actorId, action: 'timer.changed' }, ({ timer, agenda }, nowMs) => {
        if (timer === null) throw new ProblemError('not_found')
        if (action === 'pause') return { timer: pauseClock(timer, nowMs), agenda }
        if (action === 'extend') return { timer: extendClock(timer, nowMs), agenda }
        return { timer: resumeClock(timer, nowMs), agenda: pauseAgenda(agenda, nowMs) }
      }),

    stopTimer: (callId: string, actorId: string) =>
      change({ callId, actorId, action: 'timer.stopped' }, ({ agenda }) => ({ timer: null, agenda })),

    async putAgenda(callId: string, { edition, items }: BodyOf<typeof putAgenda>, actorId: string): Promise<Agenda> {
      await change({ callId, actorId, action: 'agenda.edited' }, ({ timer, agenda }) => {
        if (agenda.edition !== edition)
          throw new ProblemError('conflict', { title: 'Somebody else has changed the agenda.' })
        return { timer, agenda: editAgenda(agenda, items) }
      })
      return await readAgenda(callId)
    },

    async goInAgenda(callId: string, from: string | null, to: string | null, actorId: string): Promise<CallState> {
      const action = from === null ? 'agenda.started' : to === null ? 'agenda.stopped' : 'agenda.moved'
      return await change({ callId, actorId, action }, ({ timer, agenda }, nowMs) => {
        const current = agenda.current?.id ?? null
        if (current === to) return { timer, agenda }
        if (current !== from) throw new ProblemError('conflict', { title: 'The agenda has moved on.' })
        if (to !== null && !agenda.items.some(({ id }) => id === to)) throw new ProblemError('not_found')
        return { timer: timer && to !== null ? pauseClock(timer, nowMs) : timer, agenda: goTo(agenda, to, nowMs) }
      })
    },

    changeAgendaClock: (callId: string, running: boolean, actorId: string) =>
      change({ callId, actorId, action: 'agenda.changed' }, ({ timer, agenda }, nowMs) => {
        if (agenda.current === null) throw new ProblemError('not_found')
        if (!running) return { timer, agenda: pauseAgenda(agenda, nowMs) }
        return { timer: timer && pauseClock(timer, nowMs), agenda: resumeAgenda(agenda, nowMs) }
      }),
  }
}

export type ClocksService = ReturnType<typeof createClocks>
