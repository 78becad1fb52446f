import type { AccessLevel, AdminRoom } from '@visavis/contracts'
import { type Room, Prisma as Sql, type User } from '../../generated/prisma/client.ts'
import { defaultAccessLevel } from '../../platform/access-levels.ts'
import type { Audit } from '../../platform/audit.ts'
import type { Prisma } from '../../platform/database.ts'
import type { Events } from '../../platform/events.ts'
import type { Page, PageRequest } from '../../platform/pages.ts'
import { ProblemError } from '../../platform/problems.ts'
import { lockRoom } from '../../platform/room-lock.ts'
import { deleteRoom } from './delete-room.ts'
import { listRooms } from './room-list.ts'
import { queryRooms, toRoom } from './room-query.ts'
import { newSlug } from './slugs.ts'

const slugAttempts = 5

export interface RoomsDeps {
  readonly prisma: Prisma
  readonly events: Events
  readonly audit: Audit
  readonly allowedAccessLevels: readonly AccessLevel[]
  /** Ends the call that is going on in a room, if there is one. */
  endOpenCall(roomId: string, actorId: string): Promise<unknown>
  /** Shows those in the room's call as what they are now. */
  rolesChanged(roomId: string): Promise<void>
  /** Makes slugs; replaced only to provoke collisions. */
  readonly newSlug?: () => string
}

export interface RoomFields {
  readonly name?: string | undefined
  readonly accessLevel?: AccessLevel | undefined
}

const isTaken = (error: unknown) => error instanceof Sql.PrismaClientKnownRequestError && error.code === 'P2002'

/** Everything that is done to rooms, by their hosts or an administrator; who may do it is the routes' policy. */
export function createRooms(deps: RoomsDeps) {
  const { prisma, events, audit, allowedAccessLevels } = deps
  const tellAgents = (ids: Iterable<string>) => Promise.all([...ids].map((id) => events.publish(`agent:${id}`)))

  function refuseUnlessAllowed(accessLevel: AccessLevel | undefined): void {
    if (accessLevel === undefined || allowedAccessLevels.includes(accessLevel)) return
    const message = `must be one of ${allowedAccessLevels.join(', ')}`
    throw new ProblemError('invalid_request', { fields: [{ path: 'body.accessLevel', message }] })
  }

  async function list(viewerId: string, scope: 'own' | 'all', request: PageRequest): Promise<Page<AdminRoom>> {
    const { items, nextCursor } = await listRooms(prisma, viewerId, scope, request)
    return { items: items.map((row) => toRoom(row, allowedAccessLevels)), nextCursor }
  }

  /** The room as `viewerId` sees it. Throws `forbidden` when it is gone. */
  async function view(roomId: string, viewerId: string): Promise<AdminRoom> {
    const [row] = await queryRooms(prisma, viewerId, Sql.sql`r.id = ${roomId}::uuid`, 1)
    if (row === undefined) throw new ProblemError('forbidden')
    return toRoom(row, allowedAccessLevels)
  }

  async function insert(actorId: string, ownerId: string, fields: { name: string; accessLevel: AccessLevel }) {
    return await prisma.$transaction(async (tx) => {
      const room = await tx.room.create({ data: { ...fields, ownerId, slug: (deps.newSlug ?? newSlug)() } })
      const details = { ownerId, accessLevel: room.accessLevel }
      await audit({ action: 'room.created', actorId, subjectId: room.id, details }, tx)
      return room
    })
  }

  async function create(actorId: string, owner: User, fields: RoomFields & { name: string }): Promise<Room> {
    refuseUnlessAllowed(fields.accessLevel)
    const accessLevel = fields.accessLevel ?? defaultAccessLevel(allowedAccessLevels)
    for (let attempt = 1; ; attempt++) {
      try {
        const room = await insert(actorId, owner.id, { name: fields.name, accessLevel })
        await tellAgents([owner.id])
        return room
      } catch (error) {
        if (!isTaken(error) || attempt === slugAttempts) throw error
      }
    }
  }

  async function update(room: Room, actorId: string, { name, accessLevel }: RoomFields): Promise<void> {
    refuseUnlessAllowed(accessLevel)
    const renamed = name !== undefined && name !== room.name
    const opened = accessLevel !== undefined && accessLevel !== room.accessLevel
    if (!renamed && !opened) return
    const change = { ...(renamed && { name }), ...(opened && { accessLevel }) }
    await prisma.$transaction(async (tx) => {
      const { count } = await tx.room.updateMany({ where: { id: room.id }, data: change })
      if (count === 0) throw new ProblemError('forbidden')
      const details = { renamed, ...(opened && { accessLevel }) }
      await audit({ action: 'room.updated', actorId, subjectId: room.id, details }, tx)
    })
    if (opened) await Promise.all([events.publish(`lobby:${room.id}`), events.publish(`access:${room.id}`)])
  }

  /** Makes another agent the owner; the former one stays as co-host. */
  async function give({ id: roomId, ownerId }: Room, actorId: string, newOwner: User): Promise<void> {
    if (ownerId === newOwner.id) return
    await prisma.$transaction(async (tx) => {
      // Whoever asked may do so as the owner, and is no longer when somebody was quicker.
      if ((await lockRoom(tx, roomId))?.ownerId !== ownerId) throw new ProblemError('forbidden')
      await tx.roomMember.deleteMany({ where: { roomId, userId: newOwner.id } })
      await tx.roomBan.deleteMany({ where: { roomId, userId: newOwner.id } })
      await tx.roomMember.create({ data: { roomId, userId: ownerId, role: 'cohost' } })
      await tx.room.update({ where: { id: roomId }, data: { ownerId: newOwner.id } })
      const details = { from: ownerId, to: newOwner.id }
      await audit({ action: 'room.given', actorId, subjectId: roomId, details }, tx)
    })
    await tellAgents([ownerId, newOwner.id])
    await deps.rolesChanged(roomId)
  }

  const remove = (roomId: string, actorId: string) => deleteRoom({ ...deps, tellAgents }, roomId, actorId)

  return { list, view, create, update, give, remove }
}

export type Rooms = ReturnType<typeof createRooms>
