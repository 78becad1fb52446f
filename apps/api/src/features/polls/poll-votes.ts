import type { PollView } from '@visavis/contracts'
import type { Participant, Poll } from '../../generated/prisma/client.ts'
import { createBatches } from '../../platform/batches.ts'
import type { Prisma } from '../../platform/database.ts'
import type { PersonKey } from '../../platform/person-keys.ts'
import { ProblemError } from '../../platform/problems.ts'
import { type Answer, countVotes, type Outcome, type Vote } from './count-votes.ts'

/** A crowd that votes at once waits for its turn rather than fail. */
const patience = { maxWait: 10_000, timeout: 10_000 }

interface Cast {
  readonly outcome: Outcome | 'not open'
  readonly poll: Poll | undefined
}

export interface PollVotesDeps {
  readonly prisma: Prisma
  readonly personKey: PersonKey
}

/** Takes votes. Those that come in at the same moment are written down together. */
export function createPollVotes({ prisma, personKey }: PollVotesDeps) {
  async function write(pollId: string, votes: readonly Vote[]): Promise<Cast[]> {
    return await prisma.$transaction(async (tx) => {
      // Holds the poll: votes follow each other, in whichever copy, and none comes after the poll is closed.
      const open = { id: pollId, state: 'open' as const, call: { endedAt: null } }
      const [poll] = await tx.poll.updateManyAndReturn({ where: open, data: { revision: { increment: 1 } } })
      if (poll === undefined) return votes.map(() => ({ outcome: 'not open', poll }))
      const theirs = { pollId, voter: { in: votes.map(({ voter }) => voter) } }
      const before = await tx.pollVote.findMany({ where: theirs })
      const known = new Map(before.map((vote): [string, Answer] => [vote.voter, vote]))
      const { outcomes, accepted, tally } = countVotes(poll, known, votes)
      if (accepted.length === 0) return outcomes.map((outcome) => ({ outcome, poll }))

      if (poll.secret) {
        await tx.pollVote.createMany({ data: accepted.map(({ voter }) => ({ pollId, voter })) })
      } else {
        await tx.pollVote.deleteMany({ where: { pollId, voter: { in: accepted.map(({ voter }) => voter) } } })
        await tx.pollVote.createMany({
          data: accepted.map(({ voter, name, verified, choices, text }) => ({
            pollId,
            voter,
            name,
            verified,
            choices,
            text,
          })),
        })
      }
      const texts = accepted.flatMap(({ text }) => text ?? [])
      const written = poll.secret && texts.length > 0 ? { texts: [...poll.texts, ...texts].sort() } : {}
      const counted = await tx.poll.update({ where: { id: pollId }, data: { ...tally, ...written } })
      return outcomes.map((outcome) => ({ outcome, poll: counted }))
    }, patience)
  }

  const cast = createBatches(write)

  /** What each of these polls knows of somebody's vote; none where they have not voted. */
  async function votesOf(person: Participant, polls: readonly Poll[]): Promise<Map<string, PollView['mine']>> {
    const votes = await prisma.pollVote.findMany({
      where: { OR: polls.map(({ id: pollId }) => ({ pollId, voter: personKey(pollId, person) })) },
    })
    return new Map(votes.map(({ pollId, choices, text }) => [pollId, { choices, text }]))
  }

  return {
    votesOf,

    /**
     * Votes as this person, whoever's participant on however many devices.
     * @throws {ProblemError} `conflict` when the poll is closed or the secret vote was cast, `not_found` when the call has
     * no such poll, `invalid_request` for an answer to another question.
     */
    async vote(person: Participant, pollId: string, { choices, text }: Answer): Promise<Poll> {
      const { callId, displayName: name, userId } = person
      const voter = personKey(pollId, person)
      const verified = userId !== null
      const { outcome, poll } = await cast(pollId, { callId, voter, name, verified, choices, text })
      if (outcome === 'counted' && poll !== undefined) return poll
      if (outcome === 'invalid') throw new ProblemError('invalid_request', { title: 'This is no answer to this poll.' })
      if (outcome === 'repeated') throw new ProblemError('conflict', { title: 'You have voted in this secret poll.' })
      const over = { id: pollId, callId, state: { in: ['closed' as const, 'published' as const] } }
      const isOver = (await prisma.poll.count({ where: over })) > 0
      throw new ProblemError(isOver ? 'conflict' : 'not_found')
    },
  }
}
