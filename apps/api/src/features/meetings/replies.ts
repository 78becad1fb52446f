import type { Invitation, Reply } from '@visavis/contracts'
import type { Invitee, Meeting, MeetingException, Room, User } from '../../generated/prisma/client.ts'
import type { Prisma } from '../../platform/database.ts'
import { ProblemError } from '../../platform/problems.ts'
import { occurrencesOf } from './occurrences.ts'
import type { ReplyTokens } from './reply-links.ts'

type Answer = Exclude<Reply, 'pending'>
type Found = Invitee & {
  meeting: Meeting & { exceptions: MeetingException[]; room: Room | null; organizer: User | null }
}

/** Enough of an address for its owner to know it, too little for anybody else. */
const masked = (email: string) => email.replace(/^(.).*@/u, '$1…@')

function viewOf({ email, reply, meeting }: Found): Invitation {
  const next = occurrencesOf(meeting, new Date()).take(1).toArray()[0]
  const shown = next ?? occurrencesOf(meeting, new Date(0)).take(1).toArray()[0]
  if (shown === undefined) throw new ProblemError('not_found')
  const state = meeting.cancelledAt !== null ? 'cancelled' : next ? 'open' : 'over'
  return {
    title: shown.title,
    organizerName: meeting.organizer?.displayName ?? '',
    invitee: masked(email),
    startsAt: shown.startsAt.toISOString(),
    endsAt: shown.endsAt.toISOString(),
    timeZone: meeting.timeZone,
    recurring: meeting.recurrence !== null,
    state,
    reply,
    room: state === 'open' ? (meeting.room?.slug ?? null) : null,
  }
}

/** What those invited answer, for the hosts to see. The last answer counts; of a cancelled meeting there is none. */
export function createReplies({ prisma, replyTokens }: { prisma: Prisma; replyTokens: ReplyTokens }) {
  const open = { removedAt: null, meeting: { cancelledAt: null } }

  async function find(token: string): Promise<Found> {
    const id = replyTokens.inviteeOf(token)
    const include = { meeting: { include: { exceptions: true, room: true, organizer: true } } } as const
    const invitee = id === null ? null : await prisma.invitee.findUnique({ where: { id }, include })
    if (invitee === null || invitee.removedAt !== null) throw new ProblemError('not_found')
    return invitee
  }

  async function write(where: { id: string } | { meetingId: string; email: string }, reply: Answer): Promise<void> {
    const data = { reply, repliedAt: new Date() }
    const { count } = await prisma.invitee.updateMany({ where: { ...where, ...open }, data })
    if (count > 0) return
    throw new ProblemError('conflict', { title: 'You are not invited to this meeting, or it was cancelled.' })
  }

  return {
    /** @throws {ProblemError} `conflict` for an agent who is not invited, or whose meeting was cancelled. */
    ofAgent: (meetingId: string, { email }: User, reply: Answer) => write({ meetingId, email }, reply),
    /** @throws {ProblemError} `not_found` for a link that is none, or of somebody who is no longer invited. */
    look: async (token: string) => viewOf(await find(token)),
    async byLink(token: string, reply: Answer): Promise<Invitation> {
      const invitee = await find(token)
      await write({ id: invitee.id }, reply)
      return viewOf({ ...invitee, reply })
    },
  }
}

export type Replies = ReturnType<typeof createReplies>
