import { askToSpeak, handOver, muteEverybody, setParticipantRole, stopSource } from '@visavis/contracts'
import type { FastifyRequest } from 'fastify'
import type { CurrentAgent } from '../../platform/current-agent.ts'
import { requireAgent } from '../../platform/current-agent.ts'
import type { CurrentParticipant } from '../../platform/current-participant.ts'
import type { Mount, PolicyCheck } from '../../platform/endpoints.ts'
import type { RateLimit } from '../../platform/rate-limits.ts'
import type { Roles } from './roles.service.ts'
import type { Actor, Stops } from './stops.service.ts'

export interface ModerationRoutesDeps {
  readonly stops: Stops
  readonly roles: Roles
  readonly rateLimit: RateLimit
  readonly currentAgent: CurrentAgent
  readonly currentParticipant: CurrentParticipant
  readonly mustBeOwner: PolicyCheck
}

/** What hosts do to people in a call, and who hosts it. Putting people out is in calls.routes.ts and the bans' feature. */
export function moderationRoutes(mount: Mount, deps: ModerationRoutesDeps): void {
  const { stops, roles, currentAgent, currentParticipant } = deps
  const limited = { before: (request: FastifyRequest) => deps.rateLimit(request, 'moderationPerSession') }

  async function actorOf(request: FastifyRequest): Promise<Actor> {
    const [agent, participant] = [await requireAgent(currentAgent, request), await currentParticipant(request)]
    return { id: agent.id, identity: participant?.id ?? null }
  }

  mount(
    stopSource,
    async ({ params: { callId, identity }, body: { source }, raw }) => {
      await stops.stop(callId, identity, source, await actorOf(raw))
      return undefined
    },
    limited,
  )

  mount(
    muteEverybody,
    async ({ params: { callId }, body: { except }, raw }) => ({
      stopped: await stops.muteAllBut(callId, except, await actorOf(raw)),
    }),
    limited,
  )

  mount(
    askToSpeak,
    async ({ params: { callId, identity }, raw }) => {
      await stops.askToSpeak(callId, identity, await actorOf(raw))
      return undefined
    },
    limited,
  )

  mount(
    setParticipantRole,
    async ({ params: { callId, identity }, body: { role }, raw }) => {
      const { id } = await requireAgent(currentAgent, raw)
      await roles.set({ callId, identity, role, actorId: id, requireOwner: () => deps.mustBeOwner(raw) })
      return undefined
    },
    limited,
  )

  mount(
    handOver,
    async ({ params: { callId }, body: { identity }, raw }) => {
      const { id } = await requireAgent(currentAgent, raw)
      await roles.handOver(callId, identity, id)
      return undefined
    },
    limited,
  )
}
