import {
  createPoll,
  deletePoll,
  exportPoll,
  listPollAnswers,
  listPolls,
  listPollVotes,
  movePoll,
  updatePoll,
  votePoll,
} from '@visavis/contracts'
import type { FastifyRequest } from 'fastify'
import type { RateLimitName } from '../../config.ts'
import { type CurrentAgent, requireAgent } from '../../platform/current-agent.ts'
import type { CurrentParticipant } from '../../platform/current-participant.ts'
import type { Mount } from '../../platform/endpoints.ts'
import { ProblemError } from '../../platform/problems.ts'
import type { RateLimit } from '../../platform/rate-limits.ts'
import type { PollAnswers } from './poll-answers.ts'
import type { Polls } from './polls.service.ts'

export interface PollRoutesDeps {
  readonly polls: Polls
  readonly answers: PollAnswers
  readonly rateLimit: RateLimit
  readonly currentAgent: CurrentAgent
  readonly currentParticipant: CurrentParticipant
  /** Whether the caller hosts the call that the route names. */
  readonly isCallHost: (request: FastifyRequest) => Promise<boolean>
}

/** What hosts do with polls, and how everybody answers them. Who votes is who the session says, and nobody else. */
export function pollRoutes(mount: Mount, deps: PollRoutesDeps): void {
  const { polls, answers, currentParticipant, isCallHost } = deps
  const limited = (name: RateLimitName) => ({ before: (request: FastifyRequest) => deps.rateLimit(request, name) })
  const actorId = async (request: FastifyRequest) => (await requireAgent(deps.currentAgent, request)).id

  async function participantOf(request: FastifyRequest) {
    const participant = await currentParticipant(request)
    if (participant === null) throw new ProblemError('forbidden')
    return participant
  }

  mount(
    listPolls,
    async ({ raw }) => ({ polls: await polls.list(await participantOf(raw), await isCallHost(raw)) }),
    limited('activitiesPerSession'),
  )
  mount(
    createPoll,
    async ({ params, body, raw }) => polls.create(params.callId, body, await actorId(raw)),
    limited('activitiesPerSession'),
  )
  mount(
    updatePoll,
    async ({ params, body, raw }) => polls.update(params.callId, params.pollId, body, await actorId(raw)),
    limited('activitiesPerSession'),
  )
  mount(
    deletePoll,
    async ({ params, raw }) => {
      await polls.delete(params.callId, params.pollId, await actorId(raw))
      return undefined
    },
    limited('activitiesPerSession'),
  )
  mount(
    movePoll,
    async ({ params, body, raw }) => {
      const poll = await polls.move(params.callId, params.pollId, body.state, await actorId(raw))
      return await polls.view(poll, await currentParticipant(raw), true)
    },
    limited('activitiesPerSession'),
  )
  mount(
    votePoll,
    async ({ params, body: { choices, text = null }, raw }) =>
      polls.vote(await participantOf(raw), params.pollId, { choices, text }, await isCallHost(raw)),
    limited('votesPerSession'),
  )
  mount(
    listPollAnswers,
    async ({ params, raw }) => answers.texts(await polls.find(params.callId, params.pollId), await isCallHost(raw)),
    limited('activitiesPerSession'),
  )
  mount(
    listPollVotes,
    async ({ params, query }) => answers.votes(await polls.find(params.callId, params.pollId), query),
    limited('activitiesPerSession'),
  )
  mount(
    exportPoll,
    async ({ params: { callId, pollId }, query, raw }, reply) => {
      const csv = await answers.export(await polls.find(callId, pollId), callId, query.language, await actorId(raw))
      return await reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="poll-${pollId.slice(0, 8)}.csv"`)
        .serializer((text: string) => text)
        .send(csv)
    },
    limited('activitiesPerSession'),
  )
}
