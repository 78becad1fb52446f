import { z } from 'zod'
import type { Poll, PollVote } from '../../generated/prisma/client.ts'
import type { Audit } from '../../platform/audit.ts'
import { toCsv } from '../../platform/csv.ts'
import type { Prisma } from '../../platform/database.ts'
import { readCursor, toPage } from '../../platform/pages.ts'
import { ProblemError } from '../../platform/problems.ts'
import { isForHosts, isPublic } from './poll-view.ts'

const mostAnswers = 200

const words = {
  fr: {
    question: 'Question',
    answer: 'Réponse',
    count: 'Voix',
    voters: 'Participants au vote',
    name: 'Nom',
    verified: 'Identité vérifiée',
    yes: 'oui',
    no: 'non',
    erased: 'Compte supprimé',
  },
  en: {
    question: 'Question',
    answer: 'Answer',
    count: 'Votes',
    voters: 'People who voted',
    name: 'Name',
    verified: 'Verified',
    yes: 'yes',
    no: 'no',
    erased: 'Deleted account',
  },
}

const cursorSchema = z.tuple([z.string(), z.string()])

const answerOf = ({ options }: Poll, { choices, text }: PollVote): string =>
  text ?? choices.map((choice) => options[choice] ?? '').join(' ; ')

/** What hosts, and once it is published everybody, read of a poll. */
export function createPollAnswers({ prisma, audit }: { prisma: Prisma; audit: Audit }) {
  /** Texts and how often each was written, the most frequent first. */
  async function textsOf(poll: Poll): Promise<{ text: string; count: number }[]> {
    const texts = poll.secret
      ? poll.texts
      : (await prisma.pollVote.findMany({ where: { pollId: poll.id }, select: { text: true } })).flatMap(
          ({ text }) => text ?? [],
        )
    const counts = new Map<string, number>()
    for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
    return [...counts]
      .map(([text, count]) => ({ text, count }))
      .sort((a, b) => b.count - a.count || a.text.localeCompare(b.text))
  }

  function mustBeFor(host: boolean, poll: Poll) {
    if (!isPublic(poll) && !(host && isForHosts(poll))) throw new ProblemError('not_found')
  }

  return {
    async texts(poll: Poll, host: boolean) {
      mustBeFor(host, poll)
      const answers = await textsOf(poll)
      return { answers: answers.slice(0, mostAnswers), different: answers.length }
    },

    /** By name, in the order of the alphabet: not that in which they voted. */
    async votes(poll: Poll, page: { cursor?: string | undefined; limit: number }) {
      if (poll.secret || poll.state === 'draft') throw new ProblemError('not_found')
      const after = readCursor(cursorSchema, page.cursor)
      const rows = await prisma.pollVote.findMany({
        where: {
          pollId: poll.id,
          ...(after && { OR: [{ name: { gt: after[0] } }, { name: after[0], voter: { gt: after[1] } }] }),
        },
        orderBy: [{ name: 'asc' }, { voter: 'asc' }],
        take: page.limit + 1,
      })
      const { items, nextCursor } = toPage(rows, page.limit, ({ name, voter }) => [name ?? '', voter])
      return {
        items: items.map(({ name, verified, choices, text }) => ({ name: name ?? '', verified, choices, text })),
        nextCursor,
      }
    },

    async export(poll: Poll, callId: string, language: keyof typeof words, actorId: string): Promise<string> {
      if (!isForHosts(poll)) throw new ProblemError(poll.state === 'draft' ? 'not_found' : 'conflict')
      const say = words[language]
      const counts =
        poll.kind === 'open'
          ? (await textsOf(poll)).map(({ text, count }) => [text, count])
          : poll.options.map((option, index) => [option, poll.counts[index] ?? 0])
      const votes = poll.secret
        ? []
        : await prisma.pollVote.findMany({ where: { pollId: poll.id }, orderBy: [{ name: 'asc' }, { voter: 'asc' }] })
      const named = votes.map((vote) => [
        vote.name || say.erased,
        vote.verified ? say.yes : say.no,
        answerOf(poll, vote),
      ])
      await audit({ action: 'poll.exported', actorId, subjectId: poll.id, details: { callId } })
      return toCsv([
        [say.question, poll.question],
        [say.voters, poll.voters],
        [],
        [say.answer, say.count],
        ...counts,
        ...(named.length > 0 ? [[], [say.name, say.verified, say.answer], ...named] : []),
      ])
    },
  }
}

export type PollAnswers = ReturnType<typeof createPollAnswers>
