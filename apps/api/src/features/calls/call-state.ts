import { type AccessLevel, type CallState, type CallStateMessage, dataTopics } from '@visavis/contracts'
import type { TellCall } from '../../platform/call-rooms.ts'
import type { Prisma } from '../../platform/database.ts'
import { ProblemError } from '../../platform/problems.ts'
import { doorOf, settingsOf } from '../../platform/room-settings.ts'
import { tellClocks } from './clocks.ts'

/** LiveKit recommends at most 15 kB; some 145 raised hands go into this. */
const mostMessageBytes = 14_000

type Transaction = Parameters<Parameters<Prisma['$transaction']>[0]>[0]

function messageOf(state: CallState): CallStateMessage {
  return Buffer.byteLength(JSON.stringify(state)) <= mostMessageBytes ? state : { revision: state.revision }
}

interface CallStateDeps {
  readonly prisma: Prisma
  readonly tellCall: TellCall
  readonly allowedAccessLevels: readonly AccessLevel[]
}

/** What everybody in a call knows of it besides media: kept in Postgres, told to all through the SFU. */
export function createCallState({ prisma, tellCall, allowedAccessLevels }: CallStateDeps) {
  /** Of everybody, wherever they are. */
  async function load(callId: string) {
    const call = await prisma.call.findUniqueOrThrow({
      where: { id: callId },
      select: {
        revision: true,
        spotlight: true,
        breakouts: { where: { phase: { in: ['open', 'recalling'] } }, select: { revision: true } },
        lockedAt: true,
        room: { select: { accessLevel: true, settings: true } },
        timer: true,
        agenda: true,
        participants: {
          where: { handRaisedAt: { not: null }, removedAt: null, leftAt: null },
          orderBy: [{ handRaisedAt: 'asc' }, { id: 'asc' }],
          select: { id: true, handRaisedAt: true, breakoutId: true },
        },
      },
    })
    const hands = call.participants.flatMap(({ id, handRaisedAt, breakoutId }) =>
      handRaisedAt === null
        ? []
        : [{ place: breakoutId ?? callId, hand: { identity: id, raisedAt: handRaisedAt.toISOString() } }],
    )
    const clocks = await tellClocks(prisma, call)
    return {
      revision: call.revision,
      hands,
      spotlight: await thereOnly(call.spotlight),
      locked: call.lockedAt !== null,
      accessLevel: doorOf(call.room, allowedAccessLevels).accessLevel,
      settings: settingsOf(call.room),
      breakouts: call.breakouts?.revision ?? null,
      ...(clocks && { clocks }),
    }
  }

  const asSeenFrom = (place: string, { hands, ...state }: Awaited<ReturnType<typeof load>>): CallState => ({
    ...state,
    hands: hands.flatMap((raised) => (raised.place === place ? raised.hand : [])),
  })

  /** As it is seen from a place: the main call, or a breakout. */
  const read = async (callId: string, place = callId): Promise<CallState> => asSeenFrom(place, await load(callId))

  /** Whoever is away for a moment gets the place back with the return. */
  async function thereOnly(identity: string | null): Promise<string | null> {
    if (identity === null) return null
    const where = { id: identity, removedAt: null, leftAt: null }
    return (await prisma.participant.findFirst({ where, select: { id: true } })) && identity
  }

  /**
   * Changes it, one after the other within a call, and tells everybody. Whoever misses the message asks when they are
   * connected again. Throws `forbidden` when the call has just ended.
   */
  async function change(callId: string, work: (tx: Transaction) => Promise<unknown>): Promise<CallState> {
    await prisma.$transaction(async (tx) => {
      const open = { id: callId, endedAt: null }
      const { count } = await tx.call.updateMany({ where: open, data: { revision: { increment: 1 } } })
      if (count === 0) throw new ProblemError('forbidden')
      await work(tx)
    })
    const state = await load(callId)
    await tellCall(callId, dataTopics.state, (room) => messageOf(asSeenFrom(room, state)))
    return asSeenFrom(callId, state)
  }

  /** Tells everybody where the coming or going of these has changed it. */
  async function changedBy(callId: string, identities: readonly string[]): Promise<void> {
    const call = await prisma.call.findUnique({
      where: { id: callId, endedAt: null },
      select: {
        spotlight: true,
        participants: { where: { id: { in: [...identities] }, handRaisedAt: { not: null } }, select: { id: true } },
      },
    })
    if (call === null) return
    const concerns = call.participants.length > 0 || identities.some((identity) => identity === call.spotlight)
    if (concerns) await change(callId, async () => {})
  }

  return { read, change, changedBy }
}

export type CallStates = ReturnType<typeof createCallState>
