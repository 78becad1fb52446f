import { endCall, getCallState, livekitWebhook, removeParticipant } from '@visavis/contracts'
import type { FastifyInstance } from 'fastify'
import { placeOf } from '../../platform/call-rooms.ts'
import type { CurrentAgent } from '../../platform/current-agent.ts'
import type { CurrentParticipant } from '../../platform/current-participant.ts'
import type { Prisma } from '../../platform/database.ts'
import type { Mount } from '../../platform/endpoints.ts'
import { ProblemError } from '../../platform/problems.ts'
import type { Sfu, SfuEvent } from '../../platform/sfu.ts'
import type { CallStates } from './call-state.ts'
import type { Calls } from './calls.service.ts'

/** What hosts do to a call. */
export function callRoutes(
  mount: Mount,
  deps: { calls: Calls; currentAgent: CurrentAgent; currentParticipant: CurrentParticipant; callState: CallStates },
): void {
  const actorId = async (request: Parameters<CurrentAgent>[0]) => {
    const agent = await deps.currentAgent(request)
    if (agent === null) throw new ProblemError('forbidden')
    return agent.id
  }

  mount(getCallState, async ({ params: { callId }, query, raw }) => {
    const participant = await deps.currentParticipant(raw, query.identity)
    if (participant === null) throw new ProblemError('forbidden')
    return await deps.callState.read(callId, placeOf(participant))
  })

  mount(endCall, async ({ params, raw }) => {
    await deps.calls.end(params.callId, await actorId(raw))
    return undefined
  })

  mount(removeParticipant, async ({ params, raw }) => {
    await deps.calls.remove(params.callId, params.identity, await actorId(raw))
    return undefined
  })
}

/** LiveKit's webhooks. The signature covers the raw body, so nothing may parse it first. */
export function webhookRoutes(
  app: FastifyInstance,
  mount: Mount,
  deps: { prisma: Prisma; sfu: Sfu; take(event: SfuEvent): Promise<void> },
): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))

  mount(livekitWebhook, async ({ raw }) => {
    const event = await deps.sfu
      .receiveWebhook(typeof raw.body === 'string' ? raw.body : '', raw.headers.authorization)
      .catch((error: unknown) => {
        throw new ProblemError('webhook_refused', { cause: error })
      })
    const { count } = await deps.prisma.webhookEvent.createMany({ data: { id: event.id }, skipDuplicates: true })
    if (count === 0) throw new ProblemError('webhook_refused')
    try {
      await deps.take(event)
    } catch (error) {
      // LiveKit sends it again; it must not look like a replay then.
      await deps.prisma.webhookEvent.deleteMany({ where: { id: event.id } })
      throw error
    }
    return undefined
  })
}
