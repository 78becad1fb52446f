import { grantSources, lockCall, unlockCall } from '@visavis/contracts'
import type { FastifyRequest } from 'fastify'
import { type CurrentAgent, requireAgent } from '../../platform/current-agent.ts'
import type { Mount } from '../../platform/endpoints.ts'
import type { RateLimit } from '../../platform/rate-limits.ts'
import type { Permissions } from './permissions.service.ts'

/** What hosts allow to others, and the lock on the door. */
export function permissionRoutes(
  mount: Mount,
  deps: { permissions: Permissions; rateLimit: RateLimit; currentAgent: CurrentAgent },
): void {
  const { permissions } = deps
  const limited = { before: (request: FastifyRequest) => deps.rateLimit(request, 'hostingPerSession') }
  const actorId = async (request: FastifyRequest) => (await requireAgent(deps.currentAgent, request)).id

  mount(lockCall, async ({ params, raw }) => permissions.lock(params.callId, true, await actorId(raw)), limited)
  mount(unlockCall, async ({ params, raw }) => permissions.lock(params.callId, false, await actorId(raw)), limited)
  mount(
    grantSources,
    async ({ params: { callId, identity }, body, raw }) => {
      await permissions.grant(callId, identity, body.sources, await actorId(raw))
      return undefined
    },
    limited,
  )
}
