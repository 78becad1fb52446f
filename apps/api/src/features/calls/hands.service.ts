import type { CallState } from '@visavis/contracts'
import type { Audit } from '../../platform/audit.ts'
import type { Prisma } from '../../platform/database.ts'
import type { CallStates } from './call-state.ts'
import { findInCall } from './find-in-call.ts'

export interface HandsDeps {
  readonly prisma: Prisma
  readonly audit: Audit
  readonly callState: CallStates
}

/** Raised hands in the order in which the server heard of them, and whom a host puts in the middle. */
export function createHands({ prisma, audit, callState }: HandsDeps) {
  async function raise(callId: string, identity: string): Promise<CallState> {
    const isUp = { id: identity, handRaisedAt: { not: null } }
    if ((await prisma.participant.count({ where: isUp })) > 0) return await callState.read(callId)
    // The database's clock, and never the same instant twice: hands that go up at once still have an order.
    return await callState.change(
      callId,
      (tx) => tx.$executeRaw`
        update "Participant" set "handRaisedAt" = greatest(clock_timestamp(),
          (select max("handRaisedAt") + interval '1 millisecond' from "Participant" where "callId" = ${callId}::uuid))
        where id = ${identity}::uuid and "handRaisedAt" is null`,
    )
  }

  async function put(callId: string, identity?: string): Promise<CallState> {
    const where = { callId, handRaisedAt: { not: null }, ...(identity !== undefined && { id: identity }) }
    if ((await prisma.participant.count({ where })) === 0) return await callState.read(callId)
    return await callState.change(callId, (tx) => tx.participant.updateMany({ where, data: { handRaisedAt: null } }))
  }

  return {
    raise,
    lower: (callId: string, identity: string) => put(callId, identity),

    async lowerAnother(callId: string, identity: string, actorId: string): Promise<CallState> {
      const { userId } = await findInCall(prisma, callId, identity)
      await audit({ action: 'hand.lowered', actorId, subjectId: userId ?? identity, details: { callId } })
      return await put(callId, identity)
    },

    async lowerAll(callId: string, actorId: string): Promise<CallState> {
      await audit({ action: 'hands.lowered', actorId, subjectId: callId })
      return await put(callId)
    },

    async spotlight(callId: string, identity: string | null, actorId: string): Promise<CallState> {
      const subjectId = identity === null ? callId : ((await findInCall(prisma, callId, identity)).userId ?? identity)
      await audit({ action: 'spotlight.set', actorId, subjectId, details: { callId, on: identity !== null } })
      return await callState.change(callId, (tx) =>
        tx.call.update({ where: { id: callId }, data: { spotlight: identity } }),
      )
    },
  }
}

export type Hands = ReturnType<typeof createHands>
