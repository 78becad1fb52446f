import type { Prisma as Sql } from '../../generated/prisma/client.ts'
import type { Audit } from '../../platform/audit.ts'
import type { Prisma } from '../../platform/database.ts'
import type { Events } from '../../platform/events.ts'
import { ProblemError } from '../../platform/problems.ts'
import { lockRoom } from '../../platform/room-lock.ts'

const attempts = 3

interface DeleteRoomDeps {
  readonly prisma: Prisma
  readonly events: Events
  readonly audit: Audit
  endOpenCall(roomId: string, actorId: string): Promise<unknown>
  /** Cancels what is planned to take place in the room, within the transaction that deletes it. */
  cancelMeetings(tx: Sql.TransactionClient, roomId: string, actorId: string): Promise<void>
  tellAgents(ids: Iterable<string>): Promise<unknown>
}

/** Deletes a room without an open call; null when somebody has opened one. Returns who has to hear of it. */
async function deleteIdle(deps: DeleteRoomDeps, tx: Sql.TransactionClient, roomId: string, actorId: string) {
  const room = await lockRoom(tx, roomId)
  if (room === null) throw new ProblemError('forbidden')
  if ((await tx.call.count({ where: { openRoomId: roomId } })) > 0) return null
  const members = await tx.roomMember.findMany({ where: { roomId }, select: { userId: true } })
  const waiting = await tx.lobbyEntry.findMany({ where: { roomId, state: 'waiting' }, select: { id: true } })
  await deps.cancelMeetings(tx, roomId, actorId)
  await tx.room.delete({ where: { id: roomId } })
  return { agentIds: [room.ownerId, ...members.map(({ userId }) => userId)], entryIds: waiting.map(({ id }) => id) }
}

/**
 * Ends the room's call and deletes the room for good. Ending comes first, so that nobody goes on talking in a room that
 * no longer is, whom no host could put out. Somebody who joins in between makes it start again.
 */
export async function deleteRoom(deps: DeleteRoomDeps, roomId: string, actorId: string): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    await deps.endOpenCall(roomId, actorId)
    const told = await deps.prisma.$transaction(async (tx) => {
      const idle = await deleteIdle(deps, tx, roomId, actorId)
      if (idle !== null) await deps.audit({ action: 'room.deleted', actorId, subjectId: roomId }, tx)
      return idle
    })
    if (told === null) continue
    await Promise.all(told.entryIds.map((id) => deps.events.publish(`entry:${id}`)))
    await deps.tellAgents(told.agentIds)
    return
  }
  throw new ProblemError('conflict', { title: 'People keep joining this room. Try again in a moment.' })
}
