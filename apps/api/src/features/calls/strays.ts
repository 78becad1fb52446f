import { type Participant, Prisma as Sql } from '../../generated/prisma/client.ts'
import type { Prisma } from '../../platform/database.ts'
import { sessionHashOf } from '../../platform/sessions.ts'

interface StraysDeps {
  readonly prisma: Prisma
  disconnect(seats: Pick<Participant, 'id' | 'callId' | 'breakoutId'>[]): Promise<void>
}

/**
 * Puts an agent's participants out of calls whose session has ended. They are not removed: the agent may come again, from
 * where they are signed in. The gate refuses the tokens that such a page still has, as those of a page that was moved.
 */
export function createPutOutStrays({ prisma, disconnect }: StraysDeps) {
  return async (userId: string): Promise<void> => {
    const strays = await prisma.$queryRaw<Pick<Participant, 'id' | 'callId' | 'breakoutId'>[]>`
      update "Participant" p set moves = p.moves + 1 from "Call" c
      where c.id = p."callId" and c."endedAt" is null and p."userId" = ${userId}::uuid
        and not exists (select from "session" s
          where s.sess->>'agentId' = ${userId} and s.expire >= now() and ${Sql.raw(sessionHashOf)} = p."sessionHash")
      returning p.id, p."callId", p."breakoutId"`
    await disconnect(strays)
  }
}
