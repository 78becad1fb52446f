import { type Breakouts, type changePlace, type ResponseOf, sourcesOf } from '@visavis/contracts'
import type { Participant } from '../../generated/prisma/client.ts'
import { placeOf } from '../../platform/call-rooms.ts'
import type { Prisma } from '../../platform/database.ts'
import { ProblemError } from '../../platform/problems.ts'
import { settingsIn } from '../../platform/room-settings.ts'
import type { SfuTokens } from '../../platform/sfu-tokens.ts'
import { type Change, findSession, present, revisionOf } from './sessions.ts'

export interface PlacesDeps {
  readonly prisma: Prisma
  readonly tokens: SfuTokens
  /** Where livekit-client connects. */
  readonly signalUrl: string
  readonly change: Change
  /** Tells the call where somebody's coming or going has changed what it knows. */
  changedBy(callId: string, identities: readonly string[]): Promise<void>
}

const unplanned = {
  phase: 'draft',
  byChoice: false,
  automatic: true,
  placesLatecomers: true,
  minutes: null,
  countdownSeconds: 30,
  openedAt: null,
  endsAt: null,
  closesAt: null,
  announcement: null,
  announcedAt: null,
  rooms: [],
} as const

const instant = (at: Date | null) => at?.toISOString() ?? null

/** What participants do in breakout rooms: see them, go to one and back, call for help. */
export function createPlaces({ prisma, tokens, signalUrl, change, changedBy }: PlacesDeps) {
  async function countPresent(callId: string): Promise<Map<string | null, number>> {
    const where = { callId, breakoutId: { not: null }, ...present }
    const counts = await prisma.participant.groupBy({ by: ['breakoutId'], where, _count: true })
    return new Map(counts.map(({ breakoutId, _count }) => [breakoutId, _count]))
  }

  async function peopleOf(callId: string): Promise<Breakouts['people']> {
    const people = await prisma.participant.findMany({ where: { callId, ...present }, orderBy: { admittedAt: 'asc' } })
    return people.map(({ id, displayName, role, assignedId, breakoutId }) => ({
      identity: id,
      displayName,
      host: role !== 'participant',
      assignedId,
      placeId: breakoutId,
    }))
  }

  /** One statement, which waits for a recall that is under way: nobody is put into a room that has just been closed. */
  async function enter({ id, callId }: Participant, breakoutId: string, host: boolean) {
    const [entered] = await prisma.$queryRaw<{ id: string; name: string }[]>`
      update "Participant" p set "breakoutId" = b.id
      from "Breakout" b,
        (select "byChoice" from "BreakoutSession" where "callId" = ${callId}::uuid and phase = 'open' for share) s
      where p.id = ${id}::uuid and b.id = ${breakoutId}::uuid and b."callId" = p."callId"
        and (${host} or s."byChoice" or p."assignedId" = b.id)
      returning b.id, b.name`
    if (entered === undefined) throw new ProblemError('forbidden')
    return entered
  }

  /** Sets or clears a room's call for help, where that changes anything. */
  async function setHelp(callId: string, breakoutId: string, on: boolean): Promise<void> {
    const where = { id: breakoutId, callId, helpAskedAt: on ? null : { not: null } }
    if ((await prisma.breakout.count({ where })) === 0) return
    await change(callId, async (tx) => {
      await tx.breakout.updateMany({ where, data: { helpAskedAt: on ? new Date() : null } })
      const revision = await revisionOf(tx, callId)
      await tx.breakoutSession.update({ where: { callId }, data: { revision } })
    })
  }

  return {
    /** What this participant may know: a plan and who is where is for hosts. */
    async read(participant: Participant, host: boolean): Promise<Breakouts> {
      const { callId, breakoutId, assignedId, assignedAt } = participant
      const session = (await findSession(prisma, callId)) ?? unplanned
      const { phase, byChoice, automatic, placesLatecomers, minutes, countdownSeconds } = session
      const isOpen = phase === 'open' || phase === 'recalling'
      const counts = isOpen ? await countPresent(callId) : new Map<string | null, number>()
      const rooms = (host || isOpen ? session.rooms : []).map(({ id, name, helpAskedAt }) => ({
        id,
        name,
        present: counts.get(id) ?? 0,
        helpAskedAt: host || id === breakoutId ? instant(helpAskedAt) : null,
      }))
      return {
        phase,
        byChoice,
        automatic,
        placesLatecomers,
        minutes,
        countdownSeconds,
        rooms,
        openedAt: instant(session.openedAt),
        endsAt: phase === 'open' ? instant(session.endsAt) : null,
        closesAt: phase === 'recalling' ? instant(session.closesAt) : null,
        announcement:
          isOpen && session.announcement !== null && session.announcedAt !== null
            ? { text: session.announcement, at: session.announcedAt.toISOString() }
            : null,
        people: host ? await peopleOf(callId) : null,
        own: { assignedId: isOpen ? assignedId : null, assignedAt: instant(assignedAt), placeId: breakoutId },
      }
    },

    /** Moves somebody, and gives them the token of where they are now. A host who comes answers a call for help. */
    async move(
      participant: Participant,
      breakoutId: string | null,
      host: boolean,
    ): Promise<ResponseOf<typeof changePlace>> {
      const { id: identity, callId, displayName, namesake, userId, moves, granted } = participant
      const breakout = breakoutId === null ? null : await enter(participant, breakoutId, host)
      if (breakout === null) await prisma.participant.update({ where: { id: identity }, data: { breakoutId: null } })
      else if (host) await setHelp(callId, breakout.id, false)
      const { room } = await prisma.call.findUniqueOrThrow({ where: { id: callId }, select: { room: true } })
      const role = host ? participant.role : 'participant'
      const verified = userId !== null
      const token = await tokens.mint({
        callId: placeOf({ callId, breakoutId }),
        identity,
        displayName,
        role,
        verified,
        namesake,
        sources: sourcesOf(settingsIn({ breakoutId }, room), { role, verified }, granted),
        moves,
      })
      // A raised hand comes along.
      await changedBy(callId, [identity])
      return { token, signalUrl, breakout }
    },

    async askForHelp({ callId, breakoutId }: Participant, where: string): Promise<void> {
      if (breakoutId !== where) throw new ProblemError('forbidden')
      await setHelp(callId, where, true)
    },

    async endHelp({ callId, breakoutId }: Participant, where: string, host: boolean): Promise<void> {
      if (!host && breakoutId !== where) throw new ProblemError('forbidden')
      await setHelp(callId, where, false)
    },
  }
}

export type Places = ReturnType<typeof createPlaces>
