import { banParticipant, liftBan, listBans } from '@visavis/contracts'
import type { FastifyRequest } from 'fastify'
import { type CurrentAgent, requireAgent } from '../../platform/current-agent.ts'
import type { Mount } from '../../platform/endpoints.ts'
import { ProblemError } from '../../platform/problems.ts'
import type { RateLimit } from '../../platform/rate-limits.ts'
import type { Bans } from './bans.service.ts'

export interface BanRoutesDeps {
  readonly bans: Bans
  readonly rateLimit: RateLimit
  readonly currentAgent: CurrentAgent
  findRoomAccess(request: FastifyRequest, where: { slug: string }): Promise<{ room: { id: string } } | null>
}

/** Keeping somebody out of a room for good, and letting them come again. */
export function banRoutes(mount: Mount, { bans, rateLimit, currentAgent, findRoomAccess }: BanRoutesDeps): void {
  /** The room of a request that a policy let through, unless it has gone since. */
  async function roomIdOf(request: FastifyRequest, { slug }: { slug: string }): Promise<string> {
    const access = await findRoomAccess(request, { slug })
    if (access === null) throw new ProblemError('forbidden')
    return access.room.id
  }

  mount(
    banParticipant,
    async ({ params: { callId, identity }, raw }) => {
      await bans.ban(callId, identity, (await requireAgent(currentAgent, raw)).id)
      return undefined
    },
    { before: (request) => rateLimit(request, 'moderationPerSession') },
  )

  mount(listBans, async ({ params, raw }) => ({ items: await bans.list(await roomIdOf(raw, params)) }))

  mount(liftBan, async ({ params, raw }) => {
    const { id } = await requireAgent(currentAgent, raw)
    await bans.lift(await roomIdOf(raw, params), params.banId, id)
    return undefined
  })
}
