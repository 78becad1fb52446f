import { type CallState, lowerAllHands, lowerHand, raiseHand, setSpotlight } from '@visavis/contracts'
import type { FastifyRequest } from 'fastify'
import { placeOf } from '../../platform/call-rooms.ts'
import type { CurrentAgent } from '../../platform/current-agent.ts'
import type { CurrentParticipant } from '../../platform/current-participant.ts'
import type { Mount, PolicyCheck } from '../../platform/endpoints.ts'
import { ProblemError } from '../../platform/problems.ts'
import type { RateLimit } from '../../platform/rate-limits.ts'
import type { CallStates } from './call-state.ts'
import type { Hands } from './hands.service.ts'

export interface HandRoutesDeps {
  readonly hands: Hands
  readonly callState: Pick<CallStates, 'read'>
  readonly rateLimit: RateLimit
  readonly currentAgent: CurrentAgent
  readonly currentParticipant: CurrentParticipant
  readonly mustBeHost: PolicyCheck
}

/** One's own hand, and what hosts do to those of others and to who stands in the middle. */
export function handRoutes(mount: Mount, deps: HandRoutesDeps): void {
  const { hands, callState, currentAgent, currentParticipant, mustBeHost } = deps
  const limited = { before: (request: FastifyRequest) => deps.rateLimit(request, 'handsPerSession') }

  const actorId = async (request: FastifyRequest) => {
    const agent = await currentAgent(request)
    if (agent === null) throw new ProblemError('forbidden')
    return agent.id
  }

  /** What came of it, as it is seen from where the caller is. */
  async function asSeenBy(request: FastifyRequest, state: CallState, identity?: string): Promise<CallState> {
    const participant = await currentParticipant(request, identity)
    if (participant === null || participant.breakoutId === null) return state
    return await callState.read(participant.callId, placeOf(participant))
  }

  mount(
    raiseHand,
    async ({ params: { callId, identity }, raw }) => {
      if ((await currentParticipant(raw, identity)) === null) throw new ProblemError('forbidden')
      return await asSeenBy(raw, await hands.raise(callId, identity), identity)
    },
    limited,
  )

  mount(
    lowerHand,
    async ({ params: { callId, identity }, raw }) => {
      if ((await currentParticipant(raw, identity)) !== null) {
        return await asSeenBy(raw, await hands.lower(callId, identity), identity)
      }
      await mustBeHost(raw)
      return await asSeenBy(raw, await hands.lowerAnother(callId, identity, await actorId(raw)))
    },
    limited,
  )

  mount(
    lowerAllHands,
    async ({ params: { callId }, raw }) => await asSeenBy(raw, await hands.lowerAll(callId, await actorId(raw))),
    limited,
  )

  mount(
    setSpotlight,
    async ({ params: { callId }, body: { identity }, raw }) =>
      await asSeenBy(raw, await hands.spotlight(callId, identity, await actorId(raw))),
    limited,
  )
}
