import { deleteMember, listMembers, putMember } from '@visavis/contracts'
import type { FastifyRequest } from 'fastify'
import { type CurrentAgent, requireAgent } from '../../platform/current-agent.ts'
import type { Mount } from '../../platform/endpoints.ts'
import { ProblemError } from '../../platform/problems.ts'
import type { RateLimit } from '../../platform/rate-limits.ts'
import type { Members } from './members.service.ts'

export interface MemberRoutesDeps {
  readonly members: Members
  readonly currentAgent: CurrentAgent
  readonly rateLimit: RateLimit
  findRoomAccess(request: FastifyRequest, where: { slug: string }): Promise<{ room: { id: string } } | null>
}

/** Who belongs to a room besides its owner. */
export function memberRoutes(mount: Mount, deps: MemberRoutesDeps): void {
  const { members, currentAgent, findRoomAccess } = deps

  /** The room of a request that a policy let through, unless it has gone since. */
  async function roomIdOf(request: FastifyRequest, { slug }: { slug: string }): Promise<string> {
    const access = await findRoomAccess(request, { slug })
    if (access === null) throw new ProblemError('forbidden')
    return access.room.id
  }

  mount(listMembers, async ({ params, raw }) => ({ items: await members.list(await roomIdOf(raw, params)) }))

  mount(
    putMember,
    async ({ params, body, raw }) => {
      const actor = await requireAgent(currentAgent, raw)
      await members.put({ roomId: await roomIdOf(raw, params), actorId: actor.id, ...body })
      return undefined
    },
    { before: (request) => deps.rateLimit(request, 'roomsPerSession') },
  )

  mount(deleteMember, async ({ params, raw }) => {
    const actor = await requireAgent(currentAgent, raw)
    await members.remove(await roomIdOf(raw, params), actor.id, params.memberId)
    return undefined
  })
}
