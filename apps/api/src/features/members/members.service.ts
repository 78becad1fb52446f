import type { Member } from '@visavis/contracts'
import type { MemberRole, Prisma as Sql, User } from '../../generated/prisma/client.ts'
import type { Audit } from '../../platform/audit.ts'
import type { Prisma } from '../../platform/database.ts'
import { lockEmail } from '../../platform/email-lock.ts'
import type { Events } from '../../platform/events.ts'
import { ProblemError } from '../../platform/problems.ts'
import { lockRoom } from '../../platform/room-lock.ts'

/** A room's list of members is shown whole. */
const membersAtMost = 500

interface MembersDeps {
  readonly prisma: Prisma
  readonly events: Events
  readonly audit: Audit
  /** Shows those in the room's call as what they are now. */
  rolesChanged(roomId: string): Promise<void>
}

interface Put {
  readonly roomId: string
  readonly actorId: string
  readonly email: string
  readonly role: MemberRole
}

/** Co-hosts and members of rooms: agents, and e-mail addresses that no account is known by yet. */
export function createMembers({ prisma, events, audit, rolesChanged }: MembersDeps) {
  async function list(roomId: string): Promise<Member[]> {
    const hasCome = { participants: { where: { call: { roomId } }, take: 1, select: { id: true } } } as const
    const members = await prisma.roomMember.findMany({
      where: { roomId },
      include: { user: { include: hasCome } },
      orderBy: [{ user: { displayName: 'asc' } }, { userId: 'asc' }],
    })
    const invitations = await prisma.roomInvitation.findMany({ where: { roomId } })
    const listed = members.map(({ id, role, invited, user: { displayName, email, participants } }) => ({
      id,
      email,
      role,
      displayName: invited && participants.length === 0 ? null : displayName,
    }))
    const known = listed.filter(({ displayName }) => displayName !== null)
    const unknown = listed.filter(({ displayName }) => displayName === null)
    const invited = invitations.map(({ id, email, role }) => ({ id, email, role, displayName: null }))
    const pending = [...unknown, ...invited]
    return [...known, ...pending.toSorted((one, other) => (one.email < other.email ? -1 : 1))]
  }

  /** The one account of this e-mail. Where several have it, nobody guesses which. */
  async function findUser(tx: Sql.TransactionClient, email: string): Promise<User | null> {
    const [user, another] = await tx.user.findMany({ where: { email, disabledAt: null }, take: 2 })
    return another === undefined ? (user ?? null) : null
  }

  async function checkRoomFor(tx: Sql.TransactionClient, { roomId, email }: Put, userId: string | null) {
    const others = await tx.roomMember.count({ where: { roomId, ...(userId !== null && { userId: { not: userId } }) } })
    const invited = await tx.roomInvitation.count({ where: { roomId, email: { not: email } } })
    if (others + invited >= membersAtMost)
      throw new ProblemError('conflict', { title: `A room has at most ${membersAtMost} members.` })
  }

  /**
   * Makes whoever has this e-mail a co-host or a member, now or at their next sign-in; which of the two is not told. The
   * owner is neither co-host nor member.
   */
  async function put(asked: Put): Promise<void> {
    const { roomId, actorId, email, role } = asked
    const userId = await prisma.$transaction(async (tx) => {
      // Nobody signs in by it meanwhile.
      await lockEmail(tx, email)
      const room = await lockRoom(tx, roomId)
      if (room === null) throw new ProblemError('forbidden')
      const user = await findUser(tx, email)
      if (user?.id === room.ownerId) throw new ProblemError('conflict', { title: 'This agent owns the room.' })
      await checkRoomFor(tx, asked, user?.id ?? null)
      const where = { roomId_email: { roomId, email } }
      if (user === null) {
        const { id } = await tx.roomInvitation.upsert({ where, create: { roomId, email, role }, update: { role } })
        await audit({ action: 'member.invited', actorId, subjectId: roomId, details: { invitationId: id, role } }, tx)
        return null
      }
      await tx.roomMember.upsert({
        where: { roomId_userId: { roomId, userId: user.id } },
        create: { roomId, userId: user.id, role, invited: true },
        update: { role, fromCall: false },
      })
      await tx.roomInvitation.deleteMany({ where: { roomId, email } })
      await tx.roomBan.deleteMany({ where: { roomId, userId: user.id } })
      await audit({ action: 'member.put', actorId, subjectId: roomId, details: { userId: user.id, role } }, tx)
      return user.id
    })
    if (userId === null) return
    await Promise.all([events.publish(`agent:${userId}`), events.publish(`access:${roomId}`)])
    await rolesChanged(roomId)
  }

  /** Makes whoever has one of these e-mails a co-host, but for the owner. Once the room is full, the others stay what they are. */
  async function makeCohosts(roomId: string, actorId: string, emails: readonly string[]): Promise<void> {
    for (const email of emails) {
      await put({ roomId, actorId, email, role: 'cohost' }).catch((error: unknown) => {
        if (!(error instanceof ProblemError && error.code === 'conflict')) throw error
      })
    }
  }

  async function remove(roomId: string, actorId: string, id: string): Promise<void> {
    const userId = await prisma.$transaction(async (tx) => {
      const [member] = await tx.roomMember.findMany({ where: { roomId, id } })
      const where = { roomId, id }
      const { count } = member
        ? await tx.roomMember.deleteMany({ where })
        : await tx.roomInvitation.deleteMany({ where })
      if (count === 0) throw new ProblemError('not_found')
      const details = member ? { userId: member.userId } : { invitationId: id }
      await audit({ action: 'member.deleted', actorId, subjectId: roomId, details }, tx)
      return member?.userId ?? null
    })
    if (userId === null) return
    await events.publish(`agent:${userId}`)
    await rolesChanged(roomId)
  }

  return { list, put, makeCohosts, remove }
}

export type Members = ReturnType<typeof createMembers>
