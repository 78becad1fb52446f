import type { RoomRole } from '@visavis/contracts'
import type { FastifyRequest } from 'fastify'
import type { MemberRole, Room, User } from '../../generated/prisma/client.ts'
import type { CurrentAgent } from '../../platform/current-agent.ts'
import type { Database } from '../../platform/database.ts'

/** A room and what its caller is in it. */
export interface RoomAccess {
  readonly room: Room & { ownerName: string }
  readonly agent: User | null
  readonly role: RoomRole | null
}

export const isHost = (role: RoomRole | null): role is 'owner' | 'cohost' => role === 'owner' || role === 'cohost'

/** Finds a room and the caller's role in it, once per request; null when there is no such room. */
export type FindRoomAccess = (
  request: FastifyRequest,
  where: { slug: string } | { id: string },
) => Promise<RoomAccess | null>

// Every join asks this, so it is one statement that Postgres plans once, and not Prisma's three.
const roomBy = (column: 'slug' | 'id') => ({
  name: `room-access-by-${column}`,
  text: `select r.*, o."displayName" as "ownerName", m.role as "memberRole"
    from "Room" r
    join "User" o on o.id = r."ownerId"
    left join "RoomMember" m on m."roomId" = r.id and m."userId" = $2
    where r.${column} = $1`,
})
const [roomBySlug, roomById] = [roomBy('slug'), roomBy('id')]

export function createRoomAccess({ pool }: Pick<Database, 'pool'>, currentAgent: CurrentAgent): FindRoomAccess {
  const perRequest = new WeakMap<FastifyRequest, Promise<RoomAccess | null>>()

  async function find(request: FastifyRequest, where: { slug: string } | { id: string }): Promise<RoomAccess | null> {
    const [statement, key] = 'slug' in where ? [roomBySlug, where.slug] : [roomById, where.id]
    const values = [key, request.session.agentId ?? null]
    const [agent, { rows }] = await Promise.all([
      currentAgent(request),
      pool.query<RoomAccess['room'] & { memberRole: MemberRole | null }>({ ...statement, values }),
    ])
    if (rows[0] === undefined) return null
    const { memberRole, ...room } = rows[0]
    const role = agent === null ? null : room.ownerId === agent.id ? 'owner' : memberRole
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
