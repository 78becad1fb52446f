import { deleteMessage, editMessage, listMessages, sendMessage } from '@visavis/contracts'
import type { FastifyRequest } from 'fastify'
import type { RateLimitName } from '../../config.ts'
import type { CurrentParticipant } from '../../platform/current-participant.ts'
import type { Mount, PolicyCheck } from '../../platform/endpoints.ts'
import { ProblemError } from '../../platform/problems.ts'
import type { RateLimit } from '../../platform/rate-limits.ts'
import type { MustBeAllowed } from '../../platform/room-settings.ts'
import type { Chat } from './chat.service.ts'

interface ChatRoutesDeps {
  readonly chat: Chat
  readonly rateLimit: RateLimit
  readonly currentParticipant: CurrentParticipant
  readonly mustBeAllowed: MustBeAllowed
  /** Throws for whoever may not delete what others wrote. */
  readonly mustBeHost: PolicyCheck
}

/** Reading and writing in a call. */
export function chatRoutes(mount: Mount, deps: ChatRoutesDeps): void {
  const { chat, currentParticipant, mustBeHost } = deps
  const limited = (name: RateLimitName) => ({ before: (request: FastifyRequest) => deps.rateLimit(request, name) })

  async function participantOf(request: FastifyRequest, identity?: string) {
    const participant = await currentParticipant(request, identity)
    if (participant === null) throw new ProblemError('forbidden')
    return participant
  }

  async function writerOf(request: FastifyRequest, identity?: string) {
    const participant = await participantOf(request, identity)
    await deps.mustBeAllowed(participant, 'chat')
    return participant
  }

  mount(
    listMessages,
    async ({ query, raw }) => chat.list(await participantOf(raw, query.identity), query),
    limited('chatHistoryPerSession'),
  )
  mount(
    sendMessage,
    async ({ body, raw }) => chat.send(await writerOf(raw, body.identity), body),
    limited('chatPerSession'),
  )
  mount(
    editMessage,
    async ({ params, body, raw }) => chat.edit(await writerOf(raw), params.messageId, body.text),
    limited('chatPerSession'),
  )
  mount(
    deleteMessage,
    async ({ params, raw }) => {
      await chat.delete(await participantOf(raw), params.messageId, () => mustBeHost(raw))
      return undefined
    },
    limited('chatPerSession'),
  )
}
