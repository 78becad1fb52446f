import type { RoomRole } from '@visavis/contracts'
import type { FastifyRequest } from 'fastify'
import type { Room, User } from '../../generated/prisma/client.ts'
import type { CurrentAgent } from '../../platform/current-agent.ts'
import type { Prisma } from '../../platform/database.ts'

/** A room and what its caller is in it. */
export interface RoomAccess {
  readonly room: Room & { owner: User }
  readonly agent: User | null
  readonly role: RoomRole | null
}

export const isHost = (role: RoomRole | null): role is 'owner' | 'cohost' => role === 'owner' || role === 'cohost'

/** Finds a room and the caller's role in it, once per request; null when there is no such room. */
export type FindRoomAccess = (
  request: FastifyRequest,
  where: { slug: string } | { id: string },
) => Promise<RoomAccess | null>

export function createRoomAccess(prisma: Prisma, currentAgent: CurrentAgent): FindRoomAccess {
  const perRequest = new WeakMap<FastifyRequest, Promise<RoomAccess | null>>()

  async function find(request: FastifyRequest, where: { slug: string } | { id: string }): Promise<RoomAccess | null> {
    const agent = await currentAgent(request)
    const found = await prisma.room.findUnique({
      where,
      include: { owner: true, ...(agent && { members: { where: { userId: agent.id } } }) },
    })
    if (found === null) return null
    const { members, ...room } = found
    const role = agent === null ? null : room.ownerId === agent.id ? 'owner' : (members?.[0]?.role ?? null)
    return { room, agent, role }
  }

  return (request, where) => {
    const known = perRequest.get(request)
    if (known) return known
    const finding = find(request, where)
    perRequest.set(request, finding)
    return finding
  }
}
