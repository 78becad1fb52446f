import {
  type AccessLevel,
  type AdminRoom,
  adminCreateRoom,
  adminDeleteRoom,
  adminEndCall,
  adminListRooms,
  adminUpdateRoom,
} from '@visavis/contracts'
import type { Room, User } from '../../generated/prisma/client.ts'
import { type CurrentAgent, requireAgent } from '../../platform/current-agent.ts'
import type { Prisma } from '../../platform/database.ts'
import type { Mount } from '../../platform/endpoints.ts'
import type { Page, PageRequest } from '../../platform/pages.ts'
import { ProblemError } from '../../platform/problems.ts'

/** What an administrator needs of the rooms feature. */
export interface AdminRoomsDeps {
  readonly prisma: Prisma
  readonly currentAgent: CurrentAgent
  readonly rooms: {
    list(viewerId: string, scope: 'all', request: PageRequest): Promise<Page<AdminRoom>>
    view(roomId: string, viewerId: string): Promise<AdminRoom>
    create(actorId: string, owner: User, fields: { name: string; accessLevel?: AccessLevel | undefined }): Promise<Room>
    update(room: Room, actorId: string, fields: { name?: string | undefined }): Promise<void>
    give(room: Room, actorId: string, newOwner: User): Promise<void>
    remove(roomId: string, actorId: string): Promise<void>
  }
  /** Ends the call in a room; false when there is none. */
  endOpenCall(roomId: string, actorId: string): Promise<boolean>
}

/** Every room of the instance. */
export function adminRoomRoutes(mount: Mount, deps: AdminRoomsDeps): void {
  const { prisma, currentAgent, rooms, endOpenCall } = deps
  const administratorId = async (request: Parameters<CurrentAgent>[0]) => (await requireAgent(currentAgent, request)).id

  async function roomBySlug({ slug }: { slug: string }): Promise<Room> {
    const room = await prisma.room.findUnique({ where: { slug } })
    if (room === null) throw new ProblemError('not_found')
    return room
  }

  async function agentById(id: string): Promise<User> {
    const agent = await prisma.user.findUnique({ where: { id, disabledAt: null } })
    if (agent !== null) return agent
    throw new ProblemError('invalid_request', {
      fields: [{ path: 'body.ownerId', message: 'must be an agent who is not disabled' }],
    })
  }

  mount(adminListRooms, async ({ query, raw }) => rooms.list(await administratorId(raw), 'all', query))

  mount(adminCreateRoom, async ({ body, raw }) => {
    const actorId = await administratorId(raw)
    const room = await rooms.create(actorId, await agentById(body.ownerId), body)
    return await rooms.view(room.id, actorId)
  })

  mount(adminUpdateRoom, async ({ params, body, raw }) => {
    const actorId = await administratorId(raw)
    const room = await roomBySlug(params)
    const newOwner = body.ownerId === undefined ? null : await agentById(body.ownerId)
    await rooms.update(room, actorId, { name: body.name })
    if (newOwner !== null) await rooms.give(room, actorId, newOwner)
    return await rooms.view(room.id, actorId)
  })

  mount(adminDeleteRoom, async ({ params, raw }) => {
    await rooms.remove((await roomBySlug(params)).id, await administratorId(raw))
    return undefined
  })

  mount(adminEndCall, async ({ params, raw }) => {
    const room = await roomBySlug(params)
    const ended = await endOpenCall(room.id, await administratorId(raw))
    if (!ended) throw new ProblemError('conflict', { title: 'No call is going on in this room.' })
    return undefined
  })
}
