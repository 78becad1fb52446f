import type { Question } from '../../generated/prisma/client.ts'
import { createBatches } from '../../platform/batches.ts'
import type { Prisma } from '../../platform/database.ts'

/** Somebody wants a question answered, or no longer. */
interface Wish {
  readonly callId: string
  readonly voter: string
  readonly up: boolean
}

/** A crowd that votes at once waits for its turn rather than fail. */
const patience = { maxWait: 10_000, timeout: 10_000 }

/** Counts who wants a question answered, each person once; those that come in at the same moment together. */
export function createQuestionVotes(prisma: Prisma) {
  async function write(questionId: string, wishes: readonly Wish[]): Promise<(Question | null)[]> {
    return await prisma.$transaction(async (tx) => {
      // Holds the question: votes follow each other, in whichever copy.
      const [question] = await tx.question.updateManyAndReturn({
        where: { id: questionId, state: 'open', call: { endedAt: null } },
        data: { revision: { increment: 1 } },
      })
      if (question === undefined) return wishes.map(() => null)
      const valid = wishes.filter(({ callId }) => callId === question.callId)
      const wanted = new Map(valid.map(({ voter, up }) => [voter, up]))
      const votersWho = (up: boolean) => [...wanted].flatMap(([voter, isUp]) => (isUp === up ? voter : []))
      const added = await tx.questionVote.createMany({
        data: votersWho(true).map((voter) => ({ questionId, voter })),
        skipDuplicates: true,
      })
      const taken = await tx.questionVote.deleteMany({ where: { questionId, voter: { in: votersWho(false) } } })
      const voteCount = { increment: added.count - taken.count }
      const counted = await tx.question.update({ where: { id: questionId }, data: { voteCount } })
      return wishes.map(({ callId }) => (callId === counted.callId ? counted : null))
    }, patience)
  }

  const cast = createBatches(write)
  /** The question as it stands after it; null where this call has no open question of that id. */
  return (questionId: string, wish: Wish): Promise<Question | null> => cast(questionId, wish)
}
