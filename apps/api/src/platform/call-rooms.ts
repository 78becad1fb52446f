import type { DataTopic } from '@visavis/contracts'
import type { Participant } from '../generated/prisma/client.ts'
import type { Prisma } from './database.ts'
import { type Sfu, SfuUnavailableError } from './sfu.ts'

/** Somewhere in a call: in one of its breakouts, or with null in the main call. */
export type Place = Pick<Participant, 'callId' | 'breakoutId'>

/** The SFU room of a place: a breakout's is named by its id, the main call's by the call's. */
export const placeOf = ({ callId, breakoutId }: Place): string => breakoutId ?? callId

/** Which SFU rooms a call has. */
export function createCallRooms(prisma: Prisma) {
  return {
    /** The main call's first, and those of its breakouts while somebody may be in them. */
    async of(callId: string): Promise<string[]> {
      const where = { callId, session: { phase: { not: 'draft' as const } } }
      const breakouts = await prisma.breakout.findMany({ where, select: { id: true } })
      return [callId, ...breakouts.map(({ id }) => id)]
    },

    /** The call that an SFU room belongs to. */
    async callOf(room: string): Promise<string> {
      const breakout = await prisma.breakout.findUnique({ where: { id: room }, select: { callId: true } })
      return breakout?.callId ?? room
    },
  }
}

export type CallRooms = ReturnType<typeof createCallRooms>

/** Tells everybody in a call something, which may differ by the place: where the SFU is away, nobody. */
export type TellCall = (callId: string, topic: DataTopic, payloadFor: (room: string) => unknown) => Promise<void>

export function createTellCall({ sfu, rooms }: { sfu: Sfu; rooms: CallRooms }): TellCall {
  return async (callId, topic, payloadFor) => {
    const sending = (await rooms.of(callId)).map((room) => sfu.sendData(room, topic, payloadFor(room)))
    await Promise.all(sending).catch((error: unknown) => {
      if (!(error instanceof SfuUnavailableError)) throw error
    })
  }
}
