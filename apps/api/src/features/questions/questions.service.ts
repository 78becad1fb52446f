import { dataTopics, type QuestionSettings, type QuestionState, type QuestionView } from '@visavis/contracts'
import type { Participant, Question, Prisma as Sql } from '../../generated/prisma/client.ts'
import type { Audit } from '../../platform/audit.ts'
import type { TellCall } from '../../platform/call-rooms.ts'
import type { Prisma } from '../../platform/database.ts'
import type { Pacer } from '../../platform/pacer.ts'
import type { PersonKey } from '../../platform/person-keys.ts'
import { ProblemError } from '../../platform/problems.ts'
import { newsOf, toView } from './question-view.ts'
import type { createQuestionVotes } from './question-votes.ts'

export interface QuestionsDeps {
  readonly prisma: Prisma
  readonly audit: Audit
  readonly personKey: PersonKey
  readonly vote: ReturnType<typeof createQuestionVotes>
  /** Tells which questions of a call have changed, or with null its setting; not for every vote. */
  readonly pacer: Pick<Pacer<string | null>, 'note'>
}

const mostShown = 200
const mostAsked = 1000
const minuteMilliseconds = 60_000

const actions = { open: 'question.opened', answered: 'question.answered', dismissed: 'question.dismissed' } as const

/** Says to everybody in a call which of its questions changed; a page that misses it asks when it connects anew. */
export function createQuestionNews({ prisma, tellCall }: { prisma: Prisma; tellCall: TellCall }) {
  return async (callId: string, questionIds: readonly (string | null)[]): Promise<void> => {
    const [call, changed] = await Promise.all([
      prisma.call.findUnique({ where: { id: callId }, select: { anonymousQuestions: true } }),
      prisma.question.findMany({
        where: { callId, id: { in: questionIds.filter((id) => id !== null) } },
        orderBy: { voteCount: 'desc' },
      }),
    ])
    if (call === null) return
    const news = newsOf(changed, call.anonymousQuestions)
    await tellCall(callId, dataTopics.questions, () => news)
  }
}

/** What people ask the hosts, in writing, before everybody. */
export function createQuestions({ prisma, audit, personKey, vote, pacer }: QuestionsDeps) {
  async function openCall(callId: string) {
    const call = await prisma.call.findFirst({ where: { id: callId, endedAt: null } })
    if (call === null) throw new ProblemError('forbidden')
    return call
  }

  /** As somebody sees it who may have asked it, or voted for it. */
  async function viewOf(questions: readonly Question[], reader: Participant | null): Promise<QuestionView[]> {
    if (reader === null) return questions.map((question) => toView(question, { own: false, voted: false }))
    const keys = new Map(questions.map(({ id }) => [id, personKey(id, reader)]))
    const votes = await prisma.questionVote.findMany({
      where: { questionId: { in: [...keys.keys()] }, voter: { in: [...keys.values()] } },
    })
    const voted = new Set(votes.map(({ questionId }) => questionId))
    return questions.map((question) =>
      toView(question, { own: question.author === keys.get(question.id), voted: voted.has(question.id) }),
    )
  }

  return {
    async list(reader: Participant, host: boolean) {
      const { callId } = reader
      const [{ anonymousQuestions }, questions] = await Promise.all([
        prisma.call.findUniqueOrThrow({ where: { id: callId }, select: { anonymousQuestions: true } }),
        prisma.question.findMany({
          where: { callId, ...(!host && { state: { not: 'dismissed' } }) },
          orderBy: [{ state: 'asc' }, { voteCount: 'desc' }, { askedAt: 'asc' }, { id: 'asc' }],
          take: mostShown,
        }),
      ])
      return { questions: await viewOf(questions, reader), settings: { anonymous: anonymousQuestions } }
    },

    /** Who asks anonymously is known to their own browser alone. */
    async ask(author: Participant, text: string, anonymous: boolean): Promise<QuestionView> {
      const { callId, displayName, userId } = author
      const { anonymousQuestions } = await openCall(callId)
      if (anonymous && !anonymousQuestions)
        throw new ProblemError('conflict', { title: 'Questions are asked by name in this call.' })
      if ((await prisma.question.count({ where: { callId } })) >= mostAsked)
        throw new ProblemError('conflict', { title: 'There are too many questions in this call.' })
      const id = crypto.randomUUID()
      const question = await prisma.question.create({
        data: {
          id,
          callId,
          text,
          author: personKey(id, author),
          ...(!anonymous && { authorName: displayName, verified: userId !== null }),
          askedAt: new Date(Math.floor(Date.now() / minuteMilliseconds) * minuteMilliseconds),
        },
      })
      pacer.note(callId, id)
      return toView(question, { own: true, voted: false })
    },

    async vote(person: Participant, id: string, up: boolean): Promise<QuestionView> {
      const voter = personKey(id, person)
      const question = await vote(id, { callId: person.callId, voter, up })
      if (question === null) throw new ProblemError('not_found')
      pacer.note(person.callId, id)
      return toView(question, { own: question.author === voter, voted: up })
    },

    async settle(
      callId: string,
      id: string,
      { state, answer }: { state: QuestionState; answer?: string | undefined },
      { actorId, reader }: { actorId: string; reader: Participant | null },
    ): Promise<QuestionView> {
      await openCall(callId)
      const question = await prisma.$transaction(async (tx) => {
        const [settled] = await tx.question.updateManyAndReturn({
          where: { id, callId },
          data: { state, answer: state === 'answered' ? (answer ?? null) : null, revision: { increment: 1 } },
        })
        if (settled === undefined) throw new ProblemError('not_found')
        await audit({ action: actions[state], actorId, subjectId: id, details: { callId } }, tx)
        return settled
      })
      pacer.note(callId, id)
      const [view] = await viewOf([question], reader)
      if (view === undefined) throw new Error('a question has a view')
      return view
    },

    async set(callId: string, { anonymous }: QuestionSettings, actorId: string): Promise<QuestionSettings> {
      await openCall(callId)
      await prisma.$transaction(async (tx) => {
        await tx.call.update({ where: { id: callId }, data: { anonymousQuestions: anonymous } })
        await audit({ action: 'questions.set', actorId, subjectId: callId, details: { anonymous } }, tx)
      })
      pacer.note(callId, null)
      return { anonymous }
    },

    /** Deletes the questions whose time is over. */
    async forget(over: Sql.QuestionWhereInput): Promise<void> {
      await prisma.question.deleteMany({ where: over })
    },
  }
}

export type Questions = ReturnType<typeof createQuestions>
