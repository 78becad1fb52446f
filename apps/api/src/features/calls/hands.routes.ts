import { lowerAllHands, lowerHand, raiseHand, setSpotlight } from '@visavis/contracts'
import type { FastifyRequest } from 'fastify'
import type { CurrentAgent } from '../../platform/current-agent.ts'
import type { CurrentParticipant } from '../../platform/current-participant.ts'
import type { Mount, PolicyCheck } from '../../platform/endpoints.ts'
import { ProblemError } from '../../platform/problems.ts'
import type { RateLimit } from '../../platform/rate-limits.ts'
import type { Hands } from './hands.service.ts'

export interface HandRoutesDeps {
  readonly hands: Hands
  readonly rateLimit: RateLimit
  readonly currentAgent: CurrentAgent
  readonly currentParticipant: CurrentParticipant
  readonly mustBeHost: PolicyCheck
}

/** One's own hand, and what hosts do to those of others and to who stands in the middle. */
export function handRoutes(mount: Mount, deps: HandRoutesDeps): void {
  const { hands, currentAgent, currentParticipant, mustBeHost } = deps
  const limited = { before: (request: FastifyRequest) => deps.rateLimit(request, 'handsPerSession') }

  const actorId = async (request: FastifyRequest) => {
    const agent = await currentAgent(request)
    if (agent === null) throw new ProblemError('forbidden')
    return agent.id
  }

  mount(
    raiseHand,
    async ({ params: { callId, identity }, raw }) => {
      if ((await currentParticipant(raw, identity)) === null) throw new ProblemError('forbidden')
      return await hands.raise(callId, identity)
    },
    limited,
  )

  mount(
    lowerHand,
    async ({ params: { callId, identity }, raw }) => {
      if ((await currentParticipant(raw, identity)) !== null) return await hands.lower(callId, identity)
      await mustBeHost(raw)
      return await hands.lowerAnother(callId, identity, await actorId(raw))
    },
    limited,
  )

  mount(lowerAllHands, async ({ params: { callId }, raw }) => await hands.lowerAll(callId, await actorId(raw)), limited)

  mount(
    setSpotlight,
    async ({ params: { callId }, body: { identity }, raw }) =>
      await hands.spotlight(callId, identity, await actorId(raw)),
    limited,
  )
}
