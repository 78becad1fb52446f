import { dataTopics, type ModerationNews, type ParticipantRole } from '@visavis/contracts'
import type { Participant, Room, User } from '../../generated/prisma/client.ts'
import type { Audit } from '../../platform/audit.ts'
import { placeOf } from '../../platform/call-rooms.ts'
import type { Database } from '../../platform/database.ts'
import type { Events } from '../../platform/events.ts'
import { ProblemError } from '../../platform/problems.ts'
import { lockRoom } from '../../platform/room-lock.ts'
import { roleNow } from '../../platform/room-roles.ts'
import { type Sfu, type SfuEvent, SfuUnavailableError } from '../../platform/sfu.ts'
import { orSfuProblem } from './calls.service.ts'
import { findInCall } from './find-in-call.ts'

interface RolesDeps {
  readonly database: Database
  readonly sfu: Sfu
  readonly events: Events
  readonly audit: Audit
  /** Makes another agent the owner of a room. */
  giveRoom(room: Room, actorId: string, newOwner: User): Promise<void>
  /** Has the SFU let people publish what they may by what they are now. */
  alignPermissions(callId: string): Promise<void>
}

interface RoleChange {
  readonly callId: string
  readonly identity: string
  readonly role: 'cohost' | 'participant'
  readonly actorId: string
  /** Throws unless the caller owns the room. */
  requireOwner(): Promise<void>
}

type Followed = Pick<Participant, 'id' | 'callId' | 'breakoutId'> & { role: ParticipantRole; changed: boolean }

const update = `update "Participant" p set role = ${roleNow}::"ParticipantRole"
  from "Participant" former join "Call" c on c.id = former."callId"
  where p.id = former.id and c."openRoomId" = $1 and p."userId" is not null
    and (p."userId" = any($2::uuid[]) or former.role::text <> ${roleNow})
  returning p.id, p."callId", p."breakoutId", p.role, former.role <> p.role as changed`

const roleOf = `select ${roleNow} as role from "Participant" p join "Call" c on c.id = p."callId" where p.id = $1`

/**
 * Who hosts a call: its room's owner and co-hosts, whoever else is in it. A role is membership of the room and is read there
 * at every request; what the SFU shows of it follows here.
 */
export function createRoles({ database, sfu, events, audit, giveRoom, alignPermissions }: RolesDeps) {
  const { prisma, pool } = database

  /** Makes a room's open call show its hosts as they are now; to `userIds` in any case, for whoever tries again. */
  async function follow(roomId: string, userIds: readonly string[] = []): Promise<void> {
    const { rows } = await pool.query<Followed>(update, [roomId, userIds])
    await Promise.all(
      rows.map(async ({ id, role, changed, ...where }) => {
        await sfu.setRole(placeOf(where), id, role)
        const news: ModerationNews = { kind: 'role', role }
        if (changed) await sfu.sendData(placeOf(where), dataTopics.moderation, news, [id])
      }),
    )
    for (const callId of new Set(rows.map((row) => row.callId))) await alignPermissions(callId)
  }

  /** The same where the change itself has been made elsewhere: an SFU that is away shows it with the next connection. */
  async function followIfThere(roomId: string): Promise<void> {
    await follow(roomId).catch((error: unknown) => {
      if (!(error instanceof SfuUnavailableError)) throw error
    })
  }

  async function findAgent(callId: string, identity: string) {
    const { userId } = await findInCall(prisma, callId, identity)
    if (userId === null) throw new ProblemError('account_needed')
    const { room } = await prisma.call.findUniqueOrThrow({ where: { id: callId }, select: { room: true } })
    return { userId, room }
  }

  async function set({ callId, identity, role, actorId, requireOwner }: RoleChange): Promise<void> {
    const stepsDown = async () => role === 'participant' && (await isOneself(callId, identity, actorId))
    if (!(await stepsDown())) await requireOwner()
    const { userId, room } = await findAgent(callId, identity)
    const roomId = room.id
    await prisma.$transaction(async (tx) => {
      const now = await lockRoom(tx, roomId)
      if (now === null) throw new ProblemError('forbidden')
      if (now.ownerId === userId) throw new ProblemError('conflict', { title: 'A room always has its owner.' })
      const membership = { roomId, userId }
      if (role === 'cohost') {
        await tx.roomMember.upsert({
          where: { roomId_userId: membership },
          create: { ...membership, role, fromCall: true },
          update: { role },
        })
      } else {
        // Whoever was no member before is none again.
        await tx.roomMember.deleteMany({ where: { ...membership, role: 'cohost', fromCall: true } })
        await tx.roomMember.updateMany({ where: { ...membership, role: 'cohost' }, data: { role: 'member' } })
      }
      await audit({ action: 'participant.role', actorId, subjectId: userId, details: { callId, role } }, tx)
    })
    await events.publish(`agent:${userId}`)
    await orSfuProblem(follow(roomId, [userId]))
  }

  async function isOneself(callId: string, identity: string, actorId: string): Promise<boolean> {
    return (await prisma.participant.count({ where: { id: identity, callId, userId: actorId } })) > 0
  }

  return {
    set,
    follow: followIfThere,

    /** Gives the room to somebody in its call; the former owner stays as a co-host. */
    async handOver(callId: string, identity: string, actorId: string): Promise<void> {
      const { userId, room } = await findAgent(callId, identity)
      await giveRoom(room, actorId, await prisma.user.findUniqueOrThrow({ where: { id: userId } }))
      await orSfuProblem(follow(room.id, [userId, actorId]))
    },

    /** Puts right what somebody who just came is shown as: their role may have changed on the way in. */
    async checkComer({ callId, identity, role: shown }: SfuEvent): Promise<void> {
      if (shown === '') return
      const { rows } = await pool.query<{ role: ParticipantRole }>(roleOf, [identity])
      const role = rows[0]?.role
      if (role === undefined || role === shown) return
      await prisma.participant.update({ where: { id: identity }, data: { role } })
      await sfu.setRole(callId, identity, role)
    },
  }
}

export type Roles = ReturnType<typeof createRoles>
