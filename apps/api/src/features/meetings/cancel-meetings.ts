import type { Meeting, Prisma as Sql } from '../../generated/prisma/client.ts'
import type { Audit } from '../../platform/audit.ts'
import { ProblemError } from '../../platform/problems.ts'
import { invitationJobs, type QueueInvitations } from './invitation-jobs.ts'

interface Deps {
  readonly audit: Audit
  readonly queueInvitations: QueueInvitations
}

/**
 * A meeting, for this transaction alone to change.
 * @throws {ProblemError} `forbidden` when it is gone, `conflict` when it was cancelled.
 */
export async function lockMeeting(tx: Sql.TransactionClient, id: string): Promise<Meeting & { roomId: string }> {
  await tx.$queryRaw`select 1 from "Meeting" where id = ${id}::uuid for update`
  const meeting = await tx.meeting.findUnique({ where: { id } })
  if (meeting === null) throw new ProblemError('forbidden')
  const { roomId, cancelledAt } = meeting
  if (roomId === null || cancelledAt !== null)
    throw new ProblemError('conflict', { title: 'This meeting was cancelled.' })
  return { ...meeting, roomId }
}

/** The ids of who is invited to a meeting. */
export async function invitedTo(tx: Sql.TransactionClient, meetingId: string): Promise<string[]> {
  const invitees = await tx.invitee.findMany({ where: { meetingId, removedAt: null }, select: { id: true } })
  return invitees.map(({ id }) => id)
}

/** Cancels a meeting and tells those invited. It is kept for as long as they may have to be told. */
export async function cancelMeeting(
  { audit, queueInvitations }: Deps,
  tx: Sql.TransactionClient,
  meetingId: string,
  actorId: string,
): Promise<void> {
  const meeting = await lockMeeting(tx, meetingId)
  const sequence = meeting.sequence + 1
  const over = { cancelledAt: new Date(), nextStartsAt: null, nextEndsAt: null }
  await tx.meeting.update({ where: { id: meetingId }, data: { ...over, sequence, version: meeting.version + 1 } })
  const job = { kind: 'cancel', meetingId, sequence, recurrenceId: null } as const
  await queueInvitations(tx, invitationJobs(job, await invitedTo(tx, meetingId)))
  await audit({ action: 'meeting.cancelled', actorId, subjectId: meetingId }, tx)
}

/** Cancels what is yet to take place in a room that is about to go. */
export async function cancelMeetingsIn(
  deps: Deps,
  tx: Sql.TransactionClient,
  roomId: string,
  actorId: string,
): Promise<void> {
  const due = await tx.meeting.findMany({
    where: { roomId, cancelledAt: null, nextEndsAt: { not: null } },
    select: { id: true },
  })
  for (const { id } of due) await cancelMeeting(deps, tx, id, actorId)
}
