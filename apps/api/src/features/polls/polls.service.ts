import type { PollForm, PollView } from '@visavis/contracts'
import type { Participant, Poll, Prisma as Sql } from '../../generated/prisma/client.ts'
import type { Audit, AuditAction } from '../../platform/audit.ts'
import type { Prisma } from '../../platform/database.ts'
import type { Pacer } from '../../platform/pacer.ts'
import { ProblemError } from '../../platform/problems.ts'
import type { Answer } from './count-votes.ts'
import type { PollTeller } from './poll-news.ts'
import { isPublic, toView } from './poll-view.ts'
import type { createPollVotes } from './poll-votes.ts'

export interface PollsDeps {
  readonly prisma: Prisma
  readonly audit: Audit
  readonly votes: ReturnType<typeof createPollVotes>
  /** Tells how a poll stands, not for every vote. */
  readonly pacer: Pick<Pacer<null>, 'note'>
  readonly news: PollTeller
}

/** More than anybody prepares; a room is no store. */
const mostDrafts = 50
const mostPolls = 200

type Move = 'open' | 'closed' | 'published'
const before: Record<Move, Poll['state'][]> = { open: ['draft'], closed: ['open'], published: ['open', 'closed'] }
const actions = { open: 'poll.opened', closed: 'poll.closed', published: 'poll.published' } as const

/** Polls: prepared by hosts, answered by everybody, counted by the database. */
export function createPolls({ prisma, audit, votes, pacer, news }: PollsDeps) {
  /** The call as long as it is on, for what hosts do in it. */
  async function openCall(callId: string) {
    const call = await prisma.call.findFirst({ where: { id: callId, endedAt: null } })
    if (call === null) throw new ProblemError('forbidden')
    return call
  }

  /** A poll of this call, or a draft of its room. */
  async function find(callId: string, id: string): Promise<Poll> {
    const room = { calls: { some: { id: callId } } }
    const poll = await prisma.poll.findFirst({ where: { id, room, OR: [{ callId }, { callId: null }] } })
    if (poll === null) throw new ProblemError('not_found')
    return poll
  }

  async function audited<T>(
    record: { action: AuditAction; actorId: string; subjectId: string; callId: string },
    work: (tx: Sql.TransactionClient) => Promise<T>,
  ): Promise<T> {
    const { callId, ...rest } = record
    return await prisma.$transaction(async (tx) => {
      const result = await work(tx)
      await audit({ ...rest, details: { callId } }, tx)
      return result
    })
  }

  return {
    find,

    async list(reader: Participant, host: boolean): Promise<PollView[]> {
      const { callId } = reader
      const drafts = { callId: null, room: { calls: { some: { id: callId } } } }
      const polls = await prisma.poll.findMany({
        where: { OR: [{ callId }, ...(host ? [drafts] : [])] },
        orderBy: [{ openedAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'desc' }],
        take: mostPolls,
      })
      const theirs = polls.length === 0 ? new Map() : await votes.votesOf(reader, polls)
      return polls.map((poll) => toView(poll, { host, mine: theirs.get(poll.id) ?? null }))
    },

    async create(callId: string, form: PollForm, actorId: string): Promise<PollView> {
      const { roomId } = await openCall(callId)
      if ((await prisma.poll.count({ where: { roomId, callId: null } })) >= mostDrafts)
        throw new ProblemError('conflict', { title: 'There are too many drafts in this room.' })
      const id = crypto.randomUUID()
      const counts = form.options.map(() => 0)
      const poll = await audited({ action: 'poll.created', actorId, subjectId: id, callId }, (tx) =>
        tx.poll.create({ data: { id, roomId, ...form, counts } }),
      )
      return toView(poll, { host: true, mine: null })
    },

    async update(callId: string, id: string, form: PollForm, actorId: string): Promise<PollView> {
      await find(callId, id)
      const data = { ...form, counts: form.options.map(() => 0), revision: { increment: 1 } }
      const poll = await audited({ action: 'poll.updated', actorId, subjectId: id, callId }, async (tx) => {
        const [updated] = await tx.poll.updateManyAndReturn({ where: { id, state: 'draft' }, data })
        if (updated === undefined) throw new ProblemError('conflict')
        return updated
      })
      return toView(poll, { host: true, mine: null })
    },

    async delete(callId: string, id: string, actorId: string): Promise<void> {
      const poll = await find(callId, id)
      await audited({ action: 'poll.deleted', actorId, subjectId: id, callId }, (tx) =>
        tx.poll.deleteMany({ where: { id } }),
      )
      if (poll.callId !== null) await news.send(poll.callId, { deleted: id })
    },

    /** Of two hosts who do it at once the second is told that it has been done. */
    async move(callId: string, id: string, to: Move, actorId: string): Promise<Poll> {
      await openCall(callId)
      const { live } = await find(callId, id)
      const opening = to === 'open' ? { callId, openedAt: new Date() } : {}
      const state = to === 'closed' && live ? 'published' : to
      const moved = await audited({ action: actions[to], actorId, subjectId: id, callId }, async (tx) => {
        const [poll] = await tx.poll.updateManyAndReturn({
          where: { id, state: { in: before[to] } },
          data: { state, ...opening, revision: { increment: 1 } },
        })
        if (poll === undefined) throw new ProblemError('conflict')
        return poll
      })
      await news.tell(id)
      return moved
    },

    /** How a poll looks to one of its people. */
    async view(poll: Poll, reader: Participant | null, host: boolean): Promise<PollView> {
      const theirs = reader && (await votes.votesOf(reader, [poll]))
      return toView(poll, { host, mine: theirs?.get(poll.id) ?? null })
    },

    async vote(person: Participant, id: string, answer: Answer, host: boolean): Promise<PollView> {
      const poll = await votes.vote(person, id, answer)
      if (isPublic(poll)) pacer.note(id, null)
      const mine = poll.secret ? { choices: [], text: null } : { choices: answer.choices, text: answer.text }
      return toView(poll, { host, mine })
    },

    /** Deletes what was asked in calls and answered to it when its time is over; drafts stay with their room. */
    async forget(over: Sql.PollWhereInput): Promise<void> {
      await prisma.poll.deleteMany({ where: { callId: { not: null }, ...over } })
    },
  }
}

export type Polls = ReturnType<typeof createPolls>
