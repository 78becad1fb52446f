import { type Call, type Participant, type Room, Prisma as Sql } from '../../generated/prisma/client.ts'
import type { Audit } from '../../platform/audit.ts'
import type { CallRooms } from '../../platform/call-rooms.ts'
import type { Prisma } from '../../platform/database.ts'
import type { Events } from '../../platform/events.ts'
import { ProblemError } from '../../platform/problems.ts'
import { samePerson } from '../../platform/removals.ts'
import { type Sfu, SfuUnavailableError } from '../../platform/sfu.ts'

/** Prisma's code for it. */
const foreignKeyViolation = 'P2003'

export interface CallsDeps {
  readonly prisma: Prisma
  readonly sfu: Sfu
  readonly rooms: CallRooms
  readonly events: Events
  readonly audit: Audit
}

/** Turns the SFU's absence into the problem that a caller understands. */
export async function orSfuProblem<T>(answer: Promise<T>): Promise<T> {
  return await answer.catch((error: unknown) => {
    if (!(error instanceof SfuUnavailableError)) throw error
    throw new ProblemError('sfu_unavailable', { cause: error, retryAfterSeconds: 2 })
  })
}

/** Opens and ends calls, and puts people out of them. The database says first; the SFU follows. */
export function createCalls({ prisma, sfu, rooms, events, audit }: CallsDeps) {
  const tell = (roomId: string) => events.publish(`call:${roomId}`)

  const findOpenCall = (roomId: string): Promise<Call | null> =>
    prisma.call.findUnique({ where: { openRoomId: roomId } })

  /** How many calls it made: none where one is open already, and none in a room that has just been deleted. */
  async function makeCall(roomId: string): Promise<number> {
    try {
      const { count } = await prisma.call.createMany({ data: { roomId, openRoomId: roomId }, skipDuplicates: true })
      return count
    } catch (error) {
      if (error instanceof Sql.PrismaClientKnownRequestError && error.code === foreignKeyViolation) return 0
      throw error
    }
  }

  /**
   * The room's open call, opened when there is none; two who come first at once share one. Null when somebody ended it,
   * or deleted the room, in that very moment.
   */
  async function openCall(room: Room): Promise<Call | null> {
    const opened = await makeCall(room.id)
    const call = await findOpenCall(room.id)
    if (call === null) return null
    await orSfuProblem(sfu.ensureRoom(call.id))
    if (opened > 0) {
      const now = new Date()
      await prisma.room.updateMany({ where: { id: room.id }, data: { lastUsedAt: now, touchedAt: now } })
      await tell(room.id)
    }
    return call
  }

  /** Closes call and attendance in the database; safe to say twice. */
  async function close(callId: string, at: Date): Promise<void> {
    const closed = await prisma.$transaction(async (tx) => {
      const ended = await tx.call.updateManyAndReturn({
        where: { id: callId, endedAt: null },
        data: { endedAt: at, openRoomId: null, missingSince: null },
      })
      await tx.participant.updateMany({
        where: { callId, joinedAt: { not: null }, leftAt: null },
        data: { leftAt: at },
      })
      await tx.callName.deleteMany({ where: { callId } })
      // A hand is up for as long as the call is on: whose it was is nobody's business later.
      await tx.participant.updateMany({ where: { callId, handRaisedAt: { not: null } }, data: { handRaisedAt: null } })
      // So is what hosts told those who waited.
      await tx.room.updateMany({
        where: { calls: { some: { id: callId } }, lobbyMessage: { not: null } },
        data: { lobbyMessage: null, lobbyMessageAt: null },
      })
      // So are breakout rooms, and who was in which.
      const { count } = await tx.breakoutSession.deleteMany({ where: { callId } })
      const nowhere = { breakoutId: null, assignedId: null, assignedAt: null }
      if (count > 0) await tx.participant.updateMany({ where: { callId }, data: nowhere })
      return ended[0]
    })
    if (closed) {
      // Those who wait read no message any more, and no lock keeps them out.
      const topics = ['call', 'access', 'lobby'].map((kind) => `${kind}:${closed.roomId}`)
      await Promise.all(topics.map((topic) => events.publish(topic)))
    }
  }

  async function end(callId: string, actorId: string | null): Promise<void> {
    const theirs = await rooms.of(callId)
    await close(callId, new Date())
    await audit({ action: 'call.ended', actorId, subjectId: callId })
    await Promise.all(theirs.map((room) => orSfuProblem(sfu.endRoom(room))))
  }

  /** Ends the call that is going on in a room; false when there is none. */
  async function endOpenCall(roomId: string, actorId: string | null): Promise<boolean> {
    const call = await findOpenCall(roomId)
    if (call === null) return false
    await end(call.id, actorId)
    return true
  }

  /** Ends the connections of participants; what the database says of them decides whether they come back. */
  async function disconnect(participants: Pick<Participant, 'id' | 'callId' | 'breakoutId'>[]): Promise<void> {
    // In a breakout, and in the main call from which they may just be on the way.
    const seats = participants.flatMap(({ id, callId, breakoutId }) =>
      [callId, ...(breakoutId === null ? [] : [breakoutId])].map((room) => ({ room, id })),
    )
    await Promise.all(seats.map(({ room, id }) => orSfuProblem(sfu.removeParticipant(room, id))))
  }

  /** The database first and at once: whoever is just coming in again is stopped at the gate. */
  async function putOut(callId: string, person: ReturnType<typeof samePerson>): Promise<void> {
    const theirs = { callId, ...person }
    await prisma.participant.updateMany({ where: { ...theirs, removedAt: null }, data: { removedAt: new Date() } })
    await disconnect(await prisma.participant.findMany({ where: theirs }))
  }

  /** Removes a participant for the rest of the call, with every device of theirs. The owner stays. */
  async function remove(callId: string, identity: string, actorId: string): Promise<void> {
    const call = { include: { room: { select: { ownerId: true } } } }
    const target = await prisma.participant.findFirst({ where: { id: identity, callId }, include: { call } })
    if (target === null) throw new ProblemError('not_found')
    if (target.userId === target.call.room.ownerId)
      throw new ProblemError('conflict', { title: 'The owner of a room cannot be removed.' })
    await audit({ action: 'participant.removed', actorId, subjectId: target.userId ?? identity, details: { callId } })
    await putOut(callId, samePerson(target))
  }

  /** Puts an agent out of every call they are in, on every device. */
  async function removeAgent(userId: string): Promise<void> {
    // Those removed before too: the SFU may have been away then.
    const where = { endedAt: null, participants: { some: { userId } } }
    const calls = await prisma.call.findMany({ where, select: { id: true } })
    await Promise.all(calls.map(({ id }) => putOut(id, { userId })))
  }

  return { findOpenCall, openCall, close, end, endOpenCall, disconnect, remove, removeAgent }
}

export type Calls = ReturnType<typeof createCalls>
