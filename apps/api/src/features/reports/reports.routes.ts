import { reportParticipant } from '@visavis/contracts'
import type { CurrentParticipant } from '../../platform/current-participant.ts'
import type { Mount } from '../../platform/endpoints.ts'
import { ProblemError } from '../../platform/problems.ts'
import type { RateLimit } from '../../platform/rate-limits.ts'
import type { Reports } from './reports.service.ts'

/** `POST …/reports`: from anybody in a call, about anybody in it. */
export function reportRoutes(
  mount: Mount,
  deps: { reports: Reports; rateLimit: RateLimit; currentParticipant: CurrentParticipant },
): void {
  mount(
    reportParticipant,
    async ({ params: { identity }, body, raw }) => {
      const reporter = await deps.currentParticipant(raw)
      if (reporter === null) throw new ProblemError('forbidden')
      await deps.reports.report(reporter, identity, body)
      return undefined
    },
    { before: (request) => deps.rateLimit(request, 'reportsPerSession') },
  )
}
