import {
  announceToBreakouts,
  askForHelp,
  assignBreakouts,
  changePlace,
  endHelp,
  getBreakouts,
  openBreakouts,
  planBreakouts,
  recallBreakouts,
  shuffleBreakouts,
} from '@visavis/contracts'
import type { FastifyRequest } from 'fastify'
import type { CurrentAgent } from '../../platform/current-agent.ts'
import type { CurrentParticipant } from '../../platform/current-participant.ts'
import type { Mount, PolicyCheck } from '../../platform/endpoints.ts'
import { ProblemError } from '../../platform/problems.ts'
import type { RateLimit } from '../../platform/rate-limits.ts'
import type { BreakoutSessions } from './breakouts.service.ts'
import type { Places } from './places.ts'

export interface BreakoutRoutesDeps {
  readonly breakouts: BreakoutSessions
  readonly places: Places
  readonly rateLimit: RateLimit
  readonly currentAgent: CurrentAgent
  readonly currentParticipant: CurrentParticipant
  readonly mustBeHost: PolicyCheck
}

async function nothing(work: Promise<void>): Promise<undefined> {
  await work
  return undefined
}

/** Breakout rooms: hosts plan, open and recall them; participants go there and back. */
export function breakoutRoutes(mount: Mount, deps: BreakoutRoutesDeps): void {
  const { breakouts, places, currentAgent, currentParticipant, mustBeHost } = deps
  const limited = { before: (request: FastifyRequest) => deps.rateLimit(request, 'breakoutsPerSession') }

  async function actorId(request: FastifyRequest): Promise<string> {
    const agent = await currentAgent(request)
    if (agent === null) throw new ProblemError('forbidden')
    return agent.id
  }

  async function participantOf(request: FastifyRequest, identity: string) {
    const participant = await currentParticipant(request, identity)
    if (participant === null) throw new ProblemError('forbidden')
    return participant
  }

  const isHost = (request: FastifyRequest): Promise<boolean> =>
    mustBeHost(request).then(
      () => true,
      (error: unknown) => {
        if (error instanceof ProblemError && error.code === 'forbidden') return false
        throw error
      },
    )

  mount(
    getBreakouts,
    async ({ query, raw }) => await places.read(await participantOf(raw, query.identity), await isHost(raw)),
    limited,
  )
  mount(
    planBreakouts,
    async ({ params, body, raw }) => nothing(breakouts.plan(params.callId, body, await actorId(raw))),
    limited,
  )
  mount(
    assignBreakouts,
    async ({ params, body, raw }) => nothing(breakouts.assign(params.callId, body.assignments, await actorId(raw))),
    limited,
  )
  mount(
    shuffleBreakouts,
    async ({ params, raw }) => nothing(breakouts.shuffle(params.callId, await actorId(raw))),
    limited,
  )
  mount(openBreakouts, async ({ params, raw }) => nothing(breakouts.open(params.callId, await actorId(raw))), limited)
  mount(
    recallBreakouts,
    async ({ params, body, raw }) => nothing(breakouts.recall(params.callId, body.at, await actorId(raw))),
    limited,
  )
  mount(
    announceToBreakouts,
    async ({ params, body, raw }) => nothing(breakouts.announce(params.callId, body.text, await actorId(raw))),
    limited,
  )
  mount(
    askForHelp,
    async ({ params, body, raw }) =>
      nothing(places.askForHelp(await participantOf(raw, body.identity), params.breakoutId)),
    limited,
  )
  mount(
    endHelp,
    async ({ params, query, raw }) =>
      nothing(places.endHelp(await participantOf(raw, query.identity), params.breakoutId, await isHost(raw))),
    limited,
  )
  mount(
    changePlace,
    async ({ params, body, raw }) =>
      await places.move(await participantOf(raw, params.identity), body.breakoutId, await isHost(raw)),
    limited,
  )
}
