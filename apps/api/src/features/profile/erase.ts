import type { User } from '../../generated/prisma/client.ts'
import { lockAdministrators } from '../../platform/administrators.ts'
import type { Audit } from '../../platform/audit.ts'
import type { Prisma } from '../../platform/database.ts'
import type { Events } from '../../platform/events.ts'
import { ProblemError } from '../../platform/problems.ts'
import { type Seat, type TracesDeps, wipeTraces } from './erase-traces.ts'

export interface EraseDeps extends TracesDeps {
  readonly prisma: Prisma
  readonly events: Events
  readonly audit: Audit
  /** Ends a room's call and deletes the room. Throws `forbidden` when it is gone already. */
  deleteRoom(roomId: string, actorId: string): Promise<void>
  /** Out of every lobby and call. */
  putAgentOut(agentId: string): Promise<void>
  /** Disconnects these participants wherever they are. */
  disconnect(participants: Seat[]): Promise<void>
}

/** How often somebody may be given a room in the very moment in which they erase their account. */
const attempts = 5

/** Whether no other administrator would be left. */
export async function isLastAdministrator(prisma: Prisma, { id, role }: User): Promise<boolean> {
  if (role !== 'ADMIN') return false
  return (await prisma.user.count({ where: { role: 'ADMIN', disabledAt: null, id: { not: id } } })) === 0
}

/**
 * Erases an account: first what others see at once, its rooms with their calls and its place in others' calls; then, in one
 * transaction, everything else. Until that one the account is there, and whatever failed can be tried again. Safe to ask
 * for twice.
 */
export function createErase(deps: EraseDeps) {
  const { prisma, events, audit } = deps

  /** How many rooms there were. */
  async function deleteRooms(ownerId: string): Promise<number> {
    const rooms = await prisma.room.findMany({ where: { ownerId }, select: { id: true } })
    for (const { id } of rooms)
      await deps.deleteRoom(id, ownerId).catch(async (error: unknown) => {
        // Somebody else was quicker: an administrator, or this agent in another tab.
        const isGone = error instanceof ProblemError && error.code === 'forbidden'
        if (!isGone || (await prisma.room.count({ where: { id, ownerId } })) > 0) throw error
      })
    return rooms.length
  }

  /** Who was still in a call; null when there is a room again. */
  async function eraseRest(agentId: string, rooms: number): Promise<Seat[] | null> {
    return await prisma.$transaction(async (tx) => {
      const administrators = await lockAdministrators(tx)
      if (administrators.delete(agentId) && administrators.size === 0) throw new ProblemError('last_administrator')
      // From here on nothing can be made that refers to the account: it waits, and then finds it gone.
      await tx.$queryRaw`select 1 as locked from "User" where id = ${agentId}::uuid for update`
      const user = await tx.user.findUnique({ where: { id: agentId } })
      if (user === null) return []
      if ((await tx.room.count({ where: { ownerId: agentId } })) > 0) return null
      await tx.$executeRaw`
        update "Meeting" m set "organizerId" = r."ownerId" from "Room" r
        where r.id = m."roomId" and m."organizerId" = ${agentId}::uuid`
      const connected = await wipeTraces(tx, deps, user)
      await tx.$executeRaw`delete from "session" where sess->>'agentId' = ${agentId}`
      await tx.user.delete({ where: { id: agentId } })
      await audit({ action: 'account.erased', actorId: agentId, subjectId: agentId, details: { rooms } }, tx)
      return connected
    })
  }

  return async (agent: User): Promise<void> => {
    if (await isLastAdministrator(prisma, agent)) throw new ProblemError('last_administrator')
    let rooms = 0
    for (let attempt = 0; attempt < attempts; attempt++) {
      rooms += await deleteRooms(agent.id)
      await deps.putAgentOut(agent.id)
      const connected = await eraseRest(agent.id, rooms)
      if (connected === null) continue
      // Streams on their sessions end.
      await events.publish(`agent:${agent.id}`)
      await deps.disconnect(connected)
      return
    }
    throw new ProblemError('conflict', { title: 'You are being given rooms. Try again in a moment.' })
  }
}
