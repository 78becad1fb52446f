import type { Prisma as Sql } from '../generated/prisma/client.ts'
import type { Prisma } from './database.ts'

/** Actions that somebody may have to answer for. Details carry ids and settings, never names or e-mails. */
export type AuditAction =
  | 'login'
  | 'login.refused'
  | 'logout'
  | 'room.created'
  | 'room.updated'
  | 'room.deleted'
  | 'room.given'
  | 'member.put'
  | 'member.invited'
  | 'member.arrived'
  | 'member.deleted'
  | 'lobby.admitted'
  | 'lobby.denied'
  | 'lobby.told'
  | 'call.ended'
  | 'call.locked'
  | 'call.unlocked'
  | 'sources.granted'
  | 'participant.removed'
  | 'participant.banned'
  | 'participant.stopped'
  | 'participant.asked'
  | 'participant.role'
  | 'participant.renamed'
  | 'participant.reported'
  | 'participants.muted'
  | 'ban.lifted'
  | 'hand.lowered'
  | 'hands.lowered'
  | 'spotlight.set'
  | 'message.deleted'
  | 'poll.created'
  | 'poll.updated'
  | 'poll.deleted'
  | 'poll.opened'
  | 'poll.closed'
  | 'poll.published'
  | 'poll.exported'
  | 'question.opened'
  | 'question.answered'
  | 'question.dismissed'
  | 'questions.set'
  | 'breakouts.planned'
  | 'breakouts.assigned'
  | 'breakouts.opened'
  | 'breakouts.recalled'
  | 'breakouts.announced'
  | 'timer.started'
  | 'timer.changed'
  | 'timer.stopped'
  | 'agenda.edited'
  | 'agenda.started'
  | 'agenda.moved'
  | 'agenda.changed'
  | 'agenda.stopped'
  | 'meeting.created'
  | 'meeting.updated'
  | 'meeting.cancelled'
  | 'user.role'
  | 'user.disabled'
  | 'user.enabled'
  | 'name.chosen'
  | 'session.ended'
  | 'data.exported'
  | 'account.erased'

export interface AuditRecord {
  readonly action: AuditAction
  readonly actorId: string | null
  readonly subjectId?: string
  readonly details?: Sql.InputJsonObject
}

/** `within` is the transaction that makes the change, so that neither is without the other. */
export type Audit = (record: AuditRecord, within?: Pick<Prisma, 'auditEvent'>) => Promise<void>

/** Writes audit events to Postgres; the request fails when they cannot be written. */
export function createAudit(prisma: Prisma): Audit {
  return async ({ action, actorId, subjectId, details }, within = prisma) => {
    await within.auditEvent.create({
      data: { action, actorId, subjectId: subjectId ?? null, details: details ?? {} },
    })
  }
}
