import { dataTopics, type PollNews } from '@visavis/contracts'
import type { TellCall } from '../../platform/call-rooms.ts'
import type { Prisma } from '../../platform/database.ts'
import { toPoll } from './poll-view.ts'

/** Says to everybody in the call how a poll stands, or that it is gone; a page that misses it asks when it connects anew. */
export function createPollNews({ prisma, tellCall }: { prisma: Prisma; tellCall: TellCall }) {
  const send = (callId: string, news: PollNews) => tellCall(callId, dataTopics.poll, () => news)
  return {
    send,
    async tell(pollId: string): Promise<void> {
      const poll = await prisma.poll.findUnique({ where: { id: pollId } })
      if (poll !== null && poll.callId !== null) await send(poll.callId, { poll: toPoll(poll) })
    },
  }
}

export type PollTeller = ReturnType<typeof createPollNews>
