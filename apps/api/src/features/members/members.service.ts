import type { Member } from '@visavis/contracts'
import type { MemberRole, RoomMember, User } from '../../generated/prisma/client.ts'
import type { Audit } from '../../platform/audit.ts'
import type { Prisma } from '../../platform/database.ts'
import type { Events } from '../../platform/events.ts'
import { ProblemError } from '../../platform/problems.ts'
import { lockRoom } from '../../platform/room-lock.ts'

/** A room's list of members is shown whole. */
const membersAtMost = 500

const toMember = ({ user, role }: RoomMember & { user: User }): Member => ({
  userId: user.id,
  displayName: user.displayName,
  email: user.email,
  role,
})

interface MembersDeps {
  readonly prisma: Prisma
  readonly events: Events
  readonly audit: Audit
  /** Shows those in the room's call as what they are now. */
  rolesChanged(roomId: string): Promise<void>
}

/** Co-hosts and members of rooms. */
export function createMembers({ prisma, events, audit, rolesChanged }: MembersDeps) {
  async function list(roomId: string): Promise<Member[]> {
    const members = await prisma.roomMember.findMany({
      where: { roomId },
      include: { user: true },
      orderBy: [{ user: { displayName: 'asc' } }, { userId: 'asc' }],
    })
    return members.map(toMember)
  }

  /** Adds an agent, or changes what they are in the room. The owner is neither co-host nor member. */
  async function put(roomId: string, actorId: string, user: User, role: MemberRole): Promise<Member> {
    const member = await prisma.$transaction(async (tx) => {
      const room = await lockRoom(tx, roomId)
      if (room === null) throw new ProblemError('forbidden')
      if (room.ownerId === user.id) throw new ProblemError('conflict', { title: 'This agent owns the room.' })
      const others = await tx.roomMember.count({ where: { roomId, userId: { not: user.id } } })
      if (others >= membersAtMost)
        throw new ProblemError('conflict', { title: `A room has at most ${membersAtMost} members.` })
      const put = await tx.roomMember.upsert({
        where: { roomId_userId: { roomId, userId: user.id } },
        create: { roomId, userId: user.id, role },
        update: { role, fromCall: false },
      })
      await tx.roomBan.deleteMany({ where: { roomId, userId: user.id } })
      await audit({ action: 'member.put', actorId, subjectId: roomId, details: { userId: user.id, role } }, tx)
      return put
    })
    await Promise.all([events.publish(`agent:${user.id}`), events.publish(`access:${roomId}`)])
    await rolesChanged(roomId)
    return toMember({ ...member, user })
  }

  async function remove(roomId: string, actorId: string, userId: string): Promise<void> {
    await prisma.$transaction(async (tx) => {
      const { count } = await tx.roomMember.deleteMany({ where: { roomId, userId } })
      if (count === 0) throw new ProblemError('not_found')
      await audit({ action: 'member.deleted', actorId, subjectId: roomId, details: { userId } }, tx)
    })
    await events.publish(`agent:${userId}`)
    await rolesChanged(roomId)
  }

  return { list, put, remove }
}

export type Members = ReturnType<typeof createMembers>
