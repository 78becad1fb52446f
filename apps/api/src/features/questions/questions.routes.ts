import { askQuestion, listQuestions, setQuestionSettings, settleQuestion, voteQuestion } from '@visavis/contracts'
import type { FastifyRequest } from 'fastify'
import type { RateLimitName } from '../../config.ts'
import { type CurrentAgent, requireAgent } from '../../platform/current-agent.ts'
import type { CurrentParticipant } from '../../platform/current-participant.ts'
import type { Mount } from '../../platform/endpoints.ts'
import { ProblemError } from '../../platform/problems.ts'
import type { RateLimit } from '../../platform/rate-limits.ts'
import type { Questions } from './questions.service.ts'

export interface QuestionRoutesDeps {
  readonly questions: Questions
  readonly rateLimit: RateLimit
  readonly currentAgent: CurrentAgent
  readonly currentParticipant: CurrentParticipant
  /** Whether the caller hosts the call that the route names. */
  readonly isCallHost: (request: FastifyRequest) => Promise<boolean>
}

/** Asking, voting up, and what hosts do with questions. */
export function questionRoutes(mount: Mount, deps: QuestionRoutesDeps): void {
  const { questions, currentParticipant, isCallHost } = deps
  const limited = (name: RateLimitName) => ({ before: (request: FastifyRequest) => deps.rateLimit(request, name) })
  const actorId = async (request: FastifyRequest) => (await requireAgent(deps.currentAgent, request)).id

  async function participantOf(request: FastifyRequest, identity?: string) {
    const participant = await currentParticipant(request, identity)
    if (participant === null) throw new ProblemError('forbidden')
    return participant
  }

  mount(
    listQuestions,
    async ({ raw }) => questions.list(await participantOf(raw), await isCallHost(raw)),
    limited('activitiesPerSession'),
  )
  mount(
    askQuestion,
    async ({ body, raw }) => questions.ask(await participantOf(raw, body.identity), body.text, body.anonymous),
    limited('questionsPerSession'),
  )
  mount(
    voteQuestion,
    async ({ params, body, raw }) => questions.vote(await participantOf(raw), params.questionId, body.up),
    limited('votesPerSession'),
  )
  mount(
    settleQuestion,
    async ({ params: { callId, questionId }, body, raw }) =>
      questions.settle(callId, questionId, body, {
        actorId: await actorId(raw),
        reader: await currentParticipant(raw),
      }),
    limited('activitiesPerSession'),
  )
  mount(
    setQuestionSettings,
    async ({ params, body, raw }) => questions.set(params.callId, body, await actorId(raw)),
    limited('activitiesPerSession'),
  )
}
