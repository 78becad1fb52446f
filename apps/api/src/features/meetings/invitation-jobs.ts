import type { Prisma as Sql } from '../../generated/prisma/client.ts'

/** One e-mail to one person about a meeting, or about one date of it. Ids only: what it says is read when it is sent. */
export interface InvitationJob {
  readonly kind: 'request' | 'cancel'
  readonly meetingId: string
  readonly inviteeId: string
  readonly sequence: number
  readonly recurrenceId: string | null
}

/** Queues e-mails in the transaction that stores what they tell of, each `key` once. */
export type QueueInvitations = (
  tx: Sql.TransactionClient,
  jobs: readonly { key: string; data: InvitationJob }[],
) => Promise<void>

/** The jobs that tell these people of a change, by the same name whenever they are made of the same change. */
export const invitationJobs = (
  about: Omit<InvitationJob, 'inviteeId'>,
  inviteeIds: readonly string[],
): { key: string; data: InvitationJob }[] =>
  inviteeIds.map((inviteeId) => ({
    key: [about.kind, inviteeId, about.sequence, about.recurrenceId ?? ''].join(' '),
    data: { ...about, inviteeId },
  }))
