import {
  changeAgendaClock,
  changeTimer,
  getAgenda,
  goInAgenda,
  putAgenda,
  startTimer,
  stopTimer,
} from '@visavis/contracts'
import type { FastifyRequest } from 'fastify'
import type { CurrentAgent } from '../../platform/current-agent.ts'
import type { Mount } from '../../platform/endpoints.ts'
import { ProblemError } from '../../platform/problems.ts'
import type { RateLimit } from '../../platform/rate-limits.ts'
import type { ClocksService } from './clocks.service.ts'

/** What hosts do with the timer and the agenda, and all of the agenda for everybody. */
export function clockRoutes(
  mount: Mount,
  deps: { clocks: ClocksService; rateLimit: RateLimit; currentAgent: CurrentAgent },
): void {
  const { clocks } = deps
  const limited = { before: (request: FastifyRequest) => deps.rateLimit(request, 'clocksPerSession') }
  const actorId = async (request: FastifyRequest) => {
    const agent = await deps.currentAgent(request)
    if (agent === null) throw new ProblemError('forbidden')
    return agent.id
  }

  mount(
    startTimer,
    async ({ params, body, raw }) => await clocks.startTimer(params.callId, body.seconds, await actorId(raw)),
    limited,
  )
  mount(
    changeTimer,
    async ({ params, body, raw }) => await clocks.changeTimer(params.callId, body.action, await actorId(raw)),
    limited,
  )
  mount(stopTimer, async ({ params, raw }) => await clocks.stopTimer(params.callId, await actorId(raw)), limited)

  mount(getAgenda, async ({ params }) => await clocks.readAgenda(params.callId), limited)
  mount(
    putAgenda,
    async ({ params, body, raw }) => await clocks.putAgenda(params.callId, body, await actorId(raw)),
    limited,
  )
  mount(
    goInAgenda,
    async ({ params, body, raw }) => await clocks.goInAgenda(params.callId, body.from, body.to, await actorId(raw)),
    limited,
  )
  mount(
    changeAgendaClock,
    async ({ params, body, raw }) => await clocks.changeAgendaClock(params.callId, body.running, await actorId(raw)),
    limited,
  )
}
