import type { Ban } from '@visavis/contracts'
import type { Participant, Room } from '../../generated/prisma/client.ts'
import type { Audit } from '../../platform/audit.ts'
import type { Prisma } from '../../platform/database.ts'
import type { Events } from '../../platform/events.ts'
import { ProblemError } from '../../platform/problems.ts'
import { samePerson } from '../../platform/removals.ts'
import { lockRoom } from '../../platform/room-lock.ts'

interface BansDeps {
  readonly prisma: Prisma
  readonly events: Events
  readonly audit: Audit
  /** Puts somebody out of the call, with every device of theirs. Throws where they may not be. */
  remove(callId: string, identity: string, actorId: string): Promise<void>
  /** Shows a room's hosts as they are now. */
  rolesChanged(roomId: string): Promise<void>
}

/** Who is kept out of a room for good: an agent by account, a guest by browser. */
export function createBans({ prisma, events, audit, remove, rolesChanged }: BansDeps) {
  /** Whoever waits is told no, as a host would. */
  async function denyEntries(room: Room, callId: string, person: ReturnType<typeof samePerson>, actorId: string) {
    const denied = await prisma.lobbyEntry.updateManyAndReturn({
      where: { roomId: room.id, ...person, state: 'waiting' },
      data: { state: 'denied', callId, decidedAt: new Date(), decidedById: actorId },
      select: { id: true },
    })
    if (denied.length === 0) return
    await Promise.all([...denied.map(({ id }) => events.publish(`entry:${id}`)), events.publish(`lobby:${room.id}`)])
  }

  async function write(room: Room, target: Participant, actor: { id: string; isOwner: boolean }): Promise<void> {
    const { userId, displayName, callId } = target
    await prisma.$transaction(async (tx) => {
      const now = await lockRoom(tx, room.id)
      if (now === null) throw new ProblemError('forbidden')
      if (now.ownerId === userId)
        throw new ProblemError('conflict', { title: 'The owner of a room cannot be removed.' })
      if (userId !== null) {
        const membership = { roomId: room.id, userId }
        // Who belongs to a room is its owner's decision.
        if (!actor.isOwner && (await tx.roomMember.count({ where: membership })) > 0)
          throw new ProblemError('forbidden')
        await tx.roomMember.deleteMany({ where: membership })
      }
      const banned = { roomId: room.id, ...samePerson(target), displayName }
      await tx.roomBan.createMany({ data: banned, skipDuplicates: true })
      const subjectId = userId ?? target.id
      await audit({ action: 'participant.banned', actorId: actor.id, subjectId, details: { callId } }, tx)
    })
  }

  return {
    /** Keeps somebody of this call out of its room from now on. Nobody bans themselves, or the owner. */
    async ban(callId: string, identity: string, actorId: string): Promise<void> {
      const target = await prisma.participant.findFirst({
        where: { id: identity, callId },
        include: { call: { include: { room: true } } },
      })
      if (target === null) throw new ProblemError('not_found')
      if (target.userId === actorId) throw new ProblemError('conflict', { title: 'Nobody bans themselves.' })
      const { room } = target.call
      await write(room, target, { id: actorId, isOwner: room.ownerId === actorId })
      await denyEntries(room, callId, samePerson(target), actorId)
      await remove(callId, identity, actorId)
      if (target.userId === null) return
      await events.publish(`agent:${target.userId}`)
      await rolesChanged(room.id)
    },

    async list(roomId: string): Promise<Ban[]> {
      const bans = await prisma.roomBan.findMany({ where: { roomId }, orderBy: [{ bannedAt: 'desc' }, { id: 'desc' }] })
      return bans.map(({ id, displayName, userId, accountKey, bannedAt }) => ({
        id,
        displayName,
        // Also of an agent who has erased their account.
        verified: userId !== null || accountKey !== null,
        bannedAt: bannedAt.toISOString(),
      }))
    },

    /** They may come again at once, also to the call that they were put out of. */
    async lift(roomId: string, banId: string, actorId: string): Promise<void> {
      await prisma.$transaction(async (tx) => {
        const ban = await tx.roomBan.findFirst({ where: { id: banId, roomId } })
        const { count } = await tx.roomBan.deleteMany({ where: { id: banId, roomId } })
        if (ban === null || count === 0) throw new ProblemError('not_found')
        const { userId, sessionHash } = ban
        const person = userId === null ? { userId, sessionHash: sessionHash ?? '' } : { userId }
        await tx.participant.updateMany({
          where: { call: { openRoomId: roomId }, ...person },
          data: { removedAt: null },
        })
        const subjectId = userId ?? banId
        await audit({ action: 'ban.lifted', actorId, subjectId, details: { roomId } }, tx)
      })
    },
  }
}

export type Bans = ReturnType<typeof createBans>
