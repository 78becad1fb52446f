import {
  type AccessLevel,
  type AdminRoom,
  changeRoomSettings,
  newRoomsSchema,
  type RoomSettings,
  type RoomSettingsChange,
} from '@visavis/contracts'
import { type Room, Prisma as Sql, type User } from '../../generated/prisma/client.ts'
import { effectiveAccessLevel } from '../../platform/access-levels.ts'
import type { Audit } from '../../platform/audit.ts'
import type { Prisma } from '../../platform/database.ts'
import type { Events } from '../../platform/events.ts'
import type { Page, PageRequest } from '../../platform/pages.ts'
import { ProblemError } from '../../platform/problems.ts'
import { lockRoom } from '../../platform/room-lock.ts'
import { settingsOf } from '../../platform/room-settings.ts'
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
  /** Has the room's open call follow what was changed. */
  followRoom(roomId: string, changed: { mayUnmuteChanged: boolean }): Promise<void>
  /** Shows those in the room's call as what they are now. */
  rolesChanged(roomId: string): Promise<void>
  /** Cancels what is planned to take place in a room, within the transaction that deletes it. */
  cancelMeetings(tx: Sql.TransactionClient, roomId: string, actorId: string): Promise<void>
  /** Makes slugs; replaced only to provoke collisions. */
  readonly newSlug?: () => string
}

export interface RoomFields {
  readonly name?: string | undefined
  readonly accessLevel?: AccessLevel | undefined
  readonly settings?: RoomSettingsChange | undefined
}

interface NewRoom {
  readonly name: string
  readonly accessLevel: AccessLevel
  readonly settings: RoomSettings
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

  async function insert(actorId: string, ownerId: string, fields: NewRoom) {
    return await prisma.$transaction(async (tx) => {
      const room = await tx.room.create({ data: { ...fields, ownerId, slug: (deps.newSlug ?? newSlug)() } })
      const details = { ownerId, accessLevel: room.accessLevel }
      await audit({ action: 'room.created', actorId, subjectId: room.id, details }, tx)
      return room
    })
  }

  async function create(actorId: string, owner: User, fields: RoomFields & { name: string }): Promise<Room> {
    refuseUnlessAllowed(fields.accessLevel)
    const newRooms = newRoomsSchema.parse(owner.newRooms)
    const usual = newRooms.accessLevel ?? 'trusted'
    const accessLevel = fields.accessLevel ?? effectiveAccessLevel(usual, allowedAccessLevels)
    const settings = changeRoomSettings(newRooms.settings, fields.settings ?? {})
    for (let attempt = 1; ; attempt++) {
      try {
        const room = await insert(actorId, owner.id, { name: fields.name, accessLevel, settings })
        await tellAgents([owner.id])
        return room
      } catch (error) {
        if (!isTaken(error) || attempt === slugAttempts) throw error
      }
    }
  }

  async function update(
    room: Room,
    actorId: string,
    { name, accessLevel, settings: change }: RoomFields,
  ): Promise<void> {
    refuseUnlessAllowed(accessLevel)
    const changed = await prisma.$transaction(async (tx) => {
      const now = await lockRoom(tx, room.id)
      if (now === null) throw new ProblemError('forbidden')
      const before = settingsOf(now)
      const settings = changeRoomSettings(before, change ?? {})
      const renamed = name !== undefined && name !== now.name
      const opened = accessLevel !== undefined && accessLevel !== now.accessLevel
      const rerun = JSON.stringify(settings) !== JSON.stringify(before)
      if (!renamed && !opened && !rerun) return null
      const data = { ...(renamed && { name }), ...(opened && { accessLevel }), ...(rerun && { settings }) }
      await tx.room.update({ where: { id: room.id }, data })
      const details = { renamed, ...(opened && { accessLevel }), ...(rerun && { settings: change }) }
      await audit({ action: 'room.updated', actorId, subjectId: room.id, details }, tx)
      const mayUnmuteChanged = settings.may.unmute !== before.may.unmute
      const door = opened || settings.entryBeforeHost !== before.entryBeforeHost
      return { followed: opened || rerun, door, mayUnmuteChanged }
    })
    if (changed === null) return
    if (changed.door) await Promise.all([events.publish(`lobby:${room.id}`), events.publish(`access:${room.id}`)])
    if (changed.followed) await deps.followRoom(room.id, changed)
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
