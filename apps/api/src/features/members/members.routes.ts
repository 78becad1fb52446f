import { deleteMember, listMembers, putMember } from '@visavis/contracts'
import type { FastifyRequest } from 'fastify'
import { findAgentByEmail } from '../../platform/agents.ts'
import { type CurrentAgent, requireAgent } from '../../platform/current-agent.ts'
import type { Prisma } from '../../platform/database.ts'
import type { Mount } from '../../platform/endpoints.ts'
import { ProblemError } from '../../platform/problems.ts'
import type { Members } from './members.service.ts'

export interface MemberRoutesDeps {
  readonly prisma: Prisma
  readonly members: Members
  readonly currentAgent: CurrentAgent
  findRoomAccess(request: FastifyRequest, where: { slug: string }): Promise<{ room: { id: string } } | null>
}

/** Who belongs to a room besides its owner. */
export function memberRoutes(mount: Mount, deps: MemberRoutesDeps): void {
  const { prisma, members, currentAgent, findRoomAccess } = deps

  /** The room of a request that a policy let through, unless it has gone since. */
  async function roomIdOf(request: FastifyRequest, { slug }: { slug: string }): Promise<string> {
    const access = await findRoomAccess(request, { slug })
    if (access === null) throw new ProblemError('forbidden')
    return access.room.id
  }

  mount(listMembers, async ({ params, raw }) => ({ items: await members.list(await roomIdOf(raw, params)) }))

  mount(putMember, async ({ params, body, raw }) => {
    const actor = await requireAgent(currentAgent, raw)
    const user = await findAgentByEmail(prisma, body.email)
    return await members.put(await roomIdOf(raw, params), actor.id, user, body.role)
  })

  mount(deleteMember, async ({ params, raw }) => {
    const actor = await requireAgent(currentAgent, raw)
    await members.remove(await roomIdOf(raw, params), actor.id, params.userId)
    return undefined
  })
}
