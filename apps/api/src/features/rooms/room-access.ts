import type { RoomRole } from '@visavis/contracts'
import type { FastifyRequest } from 'fastify'
import type { Room } from '../../generated/prisma/client.ts'
import type { Database } from '../../platform/database.ts'

/** A room and what its caller is in it. */
export interface RoomAccess {
  readonly room: Room & { ownerName: string }
  /** The signed-in agent who asks; null for a guest, and for an agent who has been disabled since. */
  readonly agent: { id: string; displayName: string } | null
  readonly role: RoomRole | null
}

export const isHost = (role: RoomRole | null): role is 'owner' | 'cohost' => role === 'owner' || role === 'cohost'

/** Finds a room and the caller's role in it, once per request; null when there is no such room. */
export type FindRoomAccess = (
  request: FastifyRequest,
  where: { slug: string } | { id: string },
) => Promise<RoomAccess | null>

interface Row extends Room {
  ownerName: string
  agentId: string | null
  agentName: string
  callerRole: RoomRole | null
}

// Every join begins with this question, so it is one.
const accessBy = (column: 'slug' | 'id') =>
  `select r.*, o."displayName" as "ownerName", a.id as "agentId", a."displayName" as "agentName",
     case when a.id = r."ownerId" then 'owner' else m.role::text end as "callerRole"
   from "Room" r
   join "User" o on o.id = r."ownerId"
   left join "User" a on a.id = $2 and a."disabledAt" is null
   left join "RoomMember" m on m."roomId" = r.id and m."userId" = a.id
   where r.${column} = $1`
const [accessBySlug, accessById] = [accessBy('slug'), accessBy('id')]

export function createRoomAccess({ pipeline }: Pick<Database, 'pipeline'>): FindRoomAccess {
  const perRequest = new WeakMap<FastifyRequest, Promise<RoomAccess | null>>()

  async function find(request: FastifyRequest, where: { slug: string } | { id: string }): Promise<RoomAccess | null> {
    const [statement, key] = 'slug' in where ? [accessBySlug, where.slug] : [accessById, where.id]
    const { rows } = await pipeline.query<Row>(statement, [key, request.session.agentId ?? null])
    if (rows[0] === undefined) return null
    const { agentId, agentName, callerRole, ...room } = rows[0]
    return { room, agent: agentId === null ? null : { id: agentId, displayName: agentName }, role: callerRole }
  }

  return (request, where) => {
    const known = perRequest.get(request)
    if (known) return known
    const finding = find(request, where)
    perRequest.set(request, finding)
    return finding
  }
}
