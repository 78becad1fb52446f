import { listSpeaking, reportSpeaking } from '@visavis/contracts'
import type { FastifyRequest } from 'fastify'
import type { CurrentParticipant } from '../../platform/current-participant.ts'
import type { Mount } from '../../platform/endpoints.ts'
import { ProblemError } from '../../platform/problems.ts'
import type { RateLimit } from '../../platform/rate-limits.ts'
import type { Speaking } from './speaking.service.ts'

export interface SpeakingRoutesDeps {
  readonly speaking: Speaking
  /** Whether the operator lets it be measured; both routes answer `not_found` otherwise. */
  readonly measured: boolean
  readonly rateLimit: RateLimit
  readonly currentParticipant: CurrentParticipant
}

/** Everybody's page reports its own person's speaking time, and hosts read everybody's. */
export function speakingRoutes(mount: Mount, deps: SpeakingRoutesDeps): void {
  const limited = { before: (request: FastifyRequest) => deps.rateLimit(request, 'speakingPerSession') }
  const mustBeMeasured = () => {
    if (!deps.measured) throw new ProblemError('not_found')
  }

  mount(
    reportSpeaking,
    async ({ params: { callId, identity }, body, raw }) => {
      mustBeMeasured()
      if ((await deps.currentParticipant(raw, identity)) === null) throw new ProblemError('forbidden')
      await deps.speaking.report(callId, identity, body)
      return undefined
    },
    limited,
  )

  mount(
    listSpeaking,
    async ({ params }) => {
      mustBeMeasured()
      return await deps.speaking.list(params.callId)
    },
    limited,
  )
}
