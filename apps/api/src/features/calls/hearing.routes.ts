import { confirmHearing, dataTopics, type Hearing } from '@visavis/contracts'
import { type Place, placeOf } from '../../platform/call-rooms.ts'
import type { CurrentParticipant } from '../../platform/current-participant.ts'
import type { Prisma } from '../../platform/database.ts'
import type { Mount } from '../../platform/endpoints.ts'
import { ProblemError } from '../../platform/problems.ts'
import type { RateLimit } from '../../platform/rate-limits.ts'
import type { Sfu } from '../../platform/sfu.ts'
import { orSfuProblem } from './calls.service.ts'
import { speakersOf } from './listeners.ts'

export interface HearingRoutesDeps {
  readonly prisma: Prisma
  readonly sfu: Sfu
  readonly rateLimit: RateLimit
  readonly currentParticipant: CurrentParticipant
}

/** `PUT …/hearing`: what a listener reports goes on to whom it is about, and is kept nowhere. */
export function hearingRoutes(mount: Mount, { prisma, sfu, rateLimit, currentParticipant }: HearingRoutesDeps): void {
  /** Who is in the same place. */
  async function present({ callId, breakoutId }: Place): Promise<string[]> {
    const where = { callId, breakoutId, joinedAt: { not: null }, leftAt: null, removedAt: null }
    return (await prisma.participant.findMany({ where, select: { id: true } })).map(({ id }) => id)
  }

  mount(
    confirmHearing,
    async ({ params: { identity }, body: { heard }, raw }) => {
      const participant = await currentParticipant(raw, identity)
      if (participant === null) throw new ProblemError('forbidden')
      const listenTo = speakersOf(identity, await present(participant))
      // Everybody is listened to by as many as they listen to.
      const of = listenTo.length
      // Whoever was not chosen has nothing to say: nobody can be told a hundred times that they are not heard.
      const news = heard.filter(({ identity: about, state }) => state !== 'heard' && listenTo.includes(about))
      await Promise.all(
        news.map(({ identity: about, state }) => {
          const hearing: Hearing = { by: identity, state, of }
          return orSfuProblem(sfu.sendData(placeOf(participant), dataTopics.hearing, hearing, [about]))
        }),
      )
      return { listenTo }
    },
    { before: (request) => rateLimit(request, 'hearingPerSession') },
  )
}
