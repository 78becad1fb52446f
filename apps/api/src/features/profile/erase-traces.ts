import type { Participant, Prisma as Sql, User } from '../../generated/prisma/client.ts'
import type { AccountKey, PersonKey } from '../../platform/person-keys.ts'

export interface TracesDeps {
  readonly personKey: PersonKey
  readonly accountKey: AccountKey
}

/** Where somebody is in a call. */
export type Seat = Pick<Participant, 'id' | 'callId' | 'breakoutId'>

/** What stands for the name of whoever is no more; the web says in words what it means. */
const nobody = ''

/** Takes the name off answers and questions that are the agent's. They are found by keys, poll by poll. */
async function wipeActivities(tx: Sql.TransactionClient, personKey: PersonKey, userId: string): Promise<void> {
  const wasThere = { call: { participants: { some: { userId } } } }
  const keysOf = (things: { id: string }[]) => things.map(({ id }) => personKey(id, { userId, sessionHash: '' }))
  const polls = await tx.poll.findMany({ where: { ...wasThere, secret: false }, select: { id: true } })
  await tx.$executeRaw`
    update "PollVote" v set name = ${nobody}
    from unnest(${polls.map(({ id }) => id)}::uuid[], ${keysOf(polls)}::text[]) as own (poll, voter)
    where v."pollId" = own.poll and v.voter = own.voter`
  const questions = await tx.question.findMany({
    where: { ...wasThere, authorName: { not: null } },
    select: { id: true },
  })
  await tx.$executeRaw`
    update "Question" q set "authorName" = ${nobody}
    from unnest(${questions.map(({ id }) => id)}::uuid[], ${keysOf(questions)}::text[]) as own (question, author)
    where q.id = own.question and q.author = own.author`
}

/** Bans hold for the next account of the same person: nobody comes back in by erasing themselves. */
async function keepBans(tx: Sql.TransactionClient, accountKey: AccountKey, user: User): Promise<void> {
  const data = { userId: null, accountKey: accountKey(user), displayName: nobody }
  await tx.roomBan.updateMany({ where: { userId: user.id }, data })
}

/**
 * Takes an agent out of what others keep: attendance, messages, answers, questions, requests to come in. Answers with
 * those of their participants that are in a call still: they are marked as removed, so that the gate refuses them.
 */
export async function wipeTraces(
  tx: Sql.TransactionClient,
  { personKey, accountKey }: TracesDeps,
  user: User,
): Promise<Seat[]> {
  const { id: userId } = user
  await wipeActivities(tx, personKey, userId)
  await tx.$executeRaw`
    update "ChatMessage" set "authorName" = ${nobody}
    where "authorId" in (select id from "Participant" where "userId" = ${userId}::uuid)`
  const connected = await tx.participant.updateManyAndReturn({
    where: { userId, call: { endedAt: null }, removedAt: null },
    data: { removedAt: new Date() },
    select: { id: true, callId: true, breakoutId: true },
  })
  await tx.participant.updateMany({
    where: { userId },
    data: { userId: null, displayName: nobody, nameKey: nobody, sessionHash: '', resumeHash: '' },
  })
  await tx.lobbyEntry.deleteMany({ where: { userId } })
  await keepBans(tx, accountKey, user)
  return connected
}
