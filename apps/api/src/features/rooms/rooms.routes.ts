import {
  type AccessLevel,
  createRoom,
  deleteRoom,
  getRoom,
  giveRoomAway,
  listRooms,
  type RoomPreview,
  updateRoom,
} from '@visavis/contracts'
import { effectiveAccessLevel, mayEnterDirectly } from '../../platform/access-levels.ts'
import { findAgentByEmail } from '../../platform/agents.ts'
import { type CurrentAgent, requireAgent } from '../../platform/current-agent.ts'
import type { Prisma } from '../../platform/database.ts'
import type { Mount } from '../../platform/endpoints.ts'
import { ProblemError } from '../../platform/problems.ts'
import type { RateLimit } from '../../platform/rate-limits.ts'
import { sessionHash } from '../../platform/sessions.ts'
import { defaultRoomName, preferredLanguage } from './default-name.ts'
import type { FindRoomAccess, RoomAccess } from './room-access.ts'
import type { Rooms } from './rooms.service.ts'

export interface RoomRoutesDeps {
  readonly prisma: Prisma
  readonly rooms: Rooms
  readonly rateLimit: RateLimit
  readonly currentAgent: CurrentAgent
  readonly findRoomAccess: FindRoomAccess
  readonly allowedAccessLevels: readonly AccessLevel[]
  /** Whether this person is in the room's call now. */
  isInCall(comer: { roomId: string; userId: string | null; sessionHash: string }): Promise<boolean>
}

function preview({ room, agent, role }: RoomAccess, allowed: readonly AccessLevel[], elsewhere: boolean): RoomPreview {
  const accessLevel = effectiveAccessLevel(room.accessLevel, allowed)
  const hidden = accessLevel === 'restricted' && role === null
  return {
    slug: room.slug,
    name: hidden ? null : room.name,
    ownerName: hidden ? null : room.ownerName,
    role,
    entry: mayEnterDirectly({ accessLevel, role, signedIn: agent !== null }) ? 'direct' : 'lobby',
    elsewhere,
  }
}

/** Rooms as their hosts and the holders of their links use them. */
export function roomRoutes(mount: Mount, deps: RoomRoutesDeps): void {
  const { prisma, rooms, rateLimit, currentAgent, findRoomAccess, allowedAccessLevels } = deps
  const agentOf = (request: Parameters<CurrentAgent>[0]) => requireAgent(currentAgent, request)

  /** The room of a request that a policy let through, unless it has gone since. */
  async function roomOf(...request: Parameters<FindRoomAccess>) {
    const access = await findRoomAccess(...request)
    if (access === null) throw new ProblemError('forbidden')
    return access.room
  }

  mount(listRooms, async ({ query, raw }) => rooms.list((await agentOf(raw)).id, 'own', query))

  mount(
    createRoom,
    async ({ body, raw }) => {
      const agent = await agentOf(raw)
      const language = preferredLanguage(raw.headers['accept-language'])
      const name = body.name ?? defaultRoomName(agent.displayName, language)
      const room = await rooms.create(agent.id, agent, { ...body, name })
      return await rooms.view(room.id, agent.id)
    },
    { before: (request) => rateLimit(request, 'roomsPerSession') },
  )

  mount(
    getRoom,
    async ({ params, raw }) => {
      const access = await findRoomAccess(raw, params)
      if (access === null) throw new ProblemError('not_found')
      const { room, agent } = access
      // A browser that has never asked to come in anywhere is nobody yet.
      const known = agent !== null || raw.session.guestSince !== undefined
      const comer = { roomId: room.id, userId: agent?.id ?? null, sessionHash: sessionHash(raw) }
      return preview(access, allowedAccessLevels, known && (await deps.isInCall(comer)))
    },
    { before: (request) => rateLimit(request, 'lookupPerAddress') },
  )

  mount(updateRoom, async ({ params, body, raw }) => {
    const [agent, room] = [await agentOf(raw), await roomOf(raw, params)]
    await rooms.update(room, agent.id, body)
    return await rooms.view(room.id, agent.id)
  })

  mount(deleteRoom, async ({ params, raw }) => {
    const [agent, room] = [await agentOf(raw), await roomOf(raw, params)]
    await rooms.remove(room.id, agent.id)
    return undefined
  })

  mount(giveRoomAway, async ({ params, body, raw }) => {
    const [agent, room] = [await agentOf(raw), await roomOf(raw, params)]
    await rooms.give(room, agent.id, await findAgentByEmail(prisma, body.email))
    return await rooms.view(room.id, agent.id)
  })
}
