import type { Prisma as Sql, User } from '../../generated/prisma/client.ts'
import type { Audit } from '../../platform/audit.ts'
import type { Events } from '../../platform/events.ts'

interface InvitationsDeps {
  readonly events: Events
  readonly audit: Audit
  /** Shows those in the room's call as what they are now. */
  rolesChanged(roomId: string): Promise<void>
}

/** What hosts have said of an e-mail address before its agent signed in. */
export function createInvitations({ events, audit, rolesChanged }: InvitationsDeps) {
  return {
    /**
     * Makes somebody who signs in the co-host or member that their e-mail was to become; answers with the rooms. Nothing
     * happens while several accounts have the e-mail, or while the provider says that it is not verified.
     */
    async take(tx: Sql.TransactionClient, user: User, isEmailVerified: boolean): Promise<string[]> {
      const { id: userId, email } = user
      await tx.roomMember.updateMany({ where: { userId, invited: true }, data: { invited: false } })
      if (!isEmailVerified || (await tx.user.count({ where: { email, disabledAt: null } })) !== 1) return []
      const invitations = await tx.roomInvitation.findMany({ where: { email }, include: { room: true } })
      for (const { roomId, role, room } of invitations) {
        if (room.ownerId === userId) continue
        const member = { roomId, userId }
        await tx.roomMember.upsert({
          where: { roomId_userId: member },
          create: { ...member, role },
          update: { role, fromCall: false },
        })
        await tx.roomBan.deleteMany({ where: member })
        await audit({ action: 'member.arrived', actorId: userId, subjectId: roomId, details: { role } }, tx)
      }
      await tx.roomInvitation.deleteMany({ where: { id: { in: invitations.map(({ id }) => id) } } })
      return invitations.map(({ roomId }) => roomId)
    },

    /** Tells whom it concerns, once it is so. */
    async tell(userId: string, roomIds: readonly string[]): Promise<void> {
      if (roomIds.length > 0) await events.publish(`agent:${userId}`)
      for (const roomId of roomIds) {
        await events.publish(`access:${roomId}`)
        await rolesChanged(roomId)
      }
    },
  }
}
