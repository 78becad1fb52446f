import { type CallState, may, sourcesOf, type TrackSourceName } from '@visavis/contracts'
import type { Participant } from '../../generated/prisma/client.ts'
import type { Audit } from '../../platform/audit.ts'
import { type CallRooms, placeOf } from '../../platform/call-rooms.ts'
import type { Prisma } from '../../platform/database.ts'
import type { Events } from '../../platform/events.ts'
import { ProblemError } from '../../platform/problems.ts'
import { settingsIn, standingOf } from '../../platform/room-settings.ts'
import type { Sfu, SfuEvent } from '../../platform/sfu.ts'
import type { CallStates } from './call-state.ts'
import { orSfuProblem } from './calls.service.ts'

export interface PermissionsDeps {
  readonly prisma: Prisma
  readonly sfu: Sfu
  readonly rooms: CallRooms
  readonly events: Events
  readonly audit: Audit
  readonly callState: CallStates
}

/** How many questions to the SFU are under way at once. */
const atOnce = 20

const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((one) => b.includes(one))

type Publisher = Pick<Participant, 'role' | 'userId' | 'granted' | 'breakoutId'>

const allowedTo = (participant: Publisher, room: { settings: unknown }) =>
  sourcesOf(settingsIn(participant, room), standingOf(participant), participant.granted)

async function eachOf<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const item of queue) await work(item)
    }),
  )
}

/** Who may publish what in a call that is on, and the lock on its door. The database says first; the SFU follows. */
export function createPermissions({ prisma, sfu, rooms, events, audit, callState }: PermissionsDeps) {
  async function stateOf(callId: string) {
    return await prisma.call.findUnique({
      where: { id: callId, endedAt: null },
      select: {
        revision: true,
        room: { select: { settings: true } },
        participants: {
          where: { leftAt: null },
          select: { id: true, role: true, userId: true, granted: true, callId: true, breakoutId: true },
        },
      },
    })
  }

  /** Who is in the call, in each of its places, as the SFU has them. */
  async function inspectAll(callId: string) {
    const inEach = (await rooms.of(callId)).map((room) => orSfuProblem(sfu.inspect(room)))
    return (await Promise.all(inEach)).flat()
  }

  /**
   * Brings what the SFU allows to everybody, or to one alone, in step with the database; once more when that has changed
   * meanwhile.
   */
  async function apply(callId: string, only?: string): Promise<void> {
    const before = await stateOf(callId)
    if (before === null) return
    const known = new Map(before.participants.map((participant) => [participant.id, participant]))
    const alone = [{ identity: only ?? '', sources: null }]
    const there = only === undefined ? await inspectAll(callId) : alone
    await eachOf<Pick<SfuEvent, 'identity'> & { sources: readonly string[] | null }>(
      there,
      async ({ identity, sources }) => {
        const participant = known.get(identity)
        if (participant === undefined) return
        const allowed = allowedTo(participant, before.room)
        if (sources !== null && same(allowed, sources)) return
        await orSfuProblem(sfu.allowSources(placeOf(participant), identity, allowed))
      },
    )
    const after = await prisma.call.findUnique({ where: { id: callId }, select: { revision: true } })
    if (after !== null && after.revision !== before.revision) await apply(callId, only)
  }

  /** Whose microphone is on when hosts begin to say who may unmute keeps it, until a host mutes them. */
  async function keepTheFloor(callId: string) {
    const call = await stateOf(callId)
    if (call === null) return
    const on = new Set((await inspectAll(callId)).flatMap((one) => (one.microphoneOn ? one.identity : [])))
    const keep = call.participants.filter((participant) => {
      const [settings, standing] = [settingsIn(participant, call.room), standingOf(participant)]
      return on.has(participant.id) && may('speak', settings, standing) && !may('unmute', settings, standing)
    })
    const where = { id: { in: keep.map(({ id }) => id) }, NOT: { granted: { has: 'microphone' } } }
    await prisma.participant.updateMany({ where, data: { granted: { push: 'microphone' } } })
  }

  /** Has the room's open call follow what has just been changed in the room. */
  async function followRoom(roomId: string, { mayUnmuteChanged = false } = {}): Promise<void> {
    const call = await prisma.call.findUnique({ where: { openRoomId: roomId }, select: { id: true } })
    if (call === null) return
    if (mayUnmuteChanged) await keepTheFloor(call.id)
    await callState.change(call.id, async () => {})
    await apply(call.id)
  }

  /** Whoever comes with an older token than what they may now is put right. */
  async function checkComer({ callId, identity, sources }: Pick<SfuEvent, 'callId' | 'identity' | 'sources'>) {
    const participant = await prisma.participant.findFirst({
      where: { id: identity, callId },
      include: { call: { select: { room: { select: { settings: true } } } } },
    })
    if (participant === null) return
    if (!same(allowedTo(participant, participant.call.room), sources)) await apply(callId, identity)
  }

  async function grant(callId: string, identity: string, sources: readonly TrackSourceName[], actorId: string) {
    const where = { id: identity, callId, call: { endedAt: null }, removedAt: null }
    const participant = await prisma.participant.findFirst({ where })
    if (participant === null) throw new ProblemError('not_found')
    const subjectId = participant.userId ?? identity
    await audit({ action: 'sources.granted', actorId, subjectId, details: { callId, sources } })
    const granted = [...sources]
    await callState.change(callId, (tx) => tx.participant.update({ where: { id: identity }, data: { granted } }))
    await apply(callId, identity)
  }

  const floor = {
    /** Lets somebody whom a host asks to speak switch their microphone on, where the rules do not. */
    async give(callId: string, identity: string): Promise<void> {
      const call = await stateOf(callId)
      const participant = call?.participants.find(({ id }) => id === identity)
      if (call == null || participant === undefined) return
      if (allowedTo(participant, call.room).includes('microphone')) return
      const data = { granted: [...participant.granted, 'microphone'] }
      await callState.change(callId, (tx) => tx.participant.update({ where: { id: identity }, data }))
      await apply(callId, identity)
    },
    /** Whom a host has muted does not speak again unasked; who is on stage may. */
    async take(callId: string, identities: readonly string[]): Promise<void> {
      const where = { id: { in: [...identities] }, callId, granted: { equals: ['microphone'] } }
      if ((await prisma.participant.count({ where })) === 0) return
      await callState.change(callId, (tx) => tx.participant.updateMany({ where, data: { granted: [] } }))
      await apply(callId)
    },
  }

  async function lock(callId: string, locked: boolean, actorId: string): Promise<CallState> {
    await audit({ action: locked ? 'call.locked' : 'call.unlocked', actorId, subjectId: callId })
    const lockedAt = locked ? new Date() : null
    const state = await callState.change(callId, (tx) => tx.call.update({ where: { id: callId }, data: { lockedAt } }))
    const call = await prisma.call.findUnique({ where: { id: callId }, select: { roomId: true } })
    // Who waits and need not any more comes in.
    if (call !== null && !locked) await events.publish(`access:${call.roomId}`)
    return state
  }

  return { align: (callId: string) => apply(callId), checkComer, followRoom, grant, floor, lock }
}

export type Permissions = ReturnType<typeof createPermissions>
