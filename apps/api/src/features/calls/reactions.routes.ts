import { dataTopics, sendReaction } from '@visavis/contracts'
import { placeOf } from '../../platform/call-rooms.ts'
import type { CurrentParticipant } from '../../platform/current-participant.ts'
import type { Mount } from '../../platform/endpoints.ts'
import { ProblemError } from '../../platform/problems.ts'
import type { RateLimit } from '../../platform/rate-limits.ts'
import type { MustBeAllowed } from '../../platform/room-settings.ts'
import type { Sfu } from '../../platform/sfu.ts'
import { orSfuProblem } from './calls.service.ts'

/** `POST calls/:callId/reactions`: to everybody in the same place at once, and kept nowhere. */
export function reactionRoutes(
  mount: Mount,
  deps: { sfu: Sfu; rateLimit: RateLimit; currentParticipant: CurrentParticipant; mustBeAllowed: MustBeAllowed },
): void {
  mount(
    sendReaction,
    async ({ body, raw }) => {
      const participant = await deps.currentParticipant(raw, body.identity)
      if (participant === null) throw new ProblemError('forbidden')
      await deps.mustBeAllowed(participant, 'react')
      await orSfuProblem(deps.sfu.sendData(placeOf(participant), dataTopics.reaction, body))
      return undefined
    },
    { before: (request) => deps.rateLimit(request, 'reactionsPerSession') },
  )
}
