import { renameParticipant } from '@visavis/contracts'
import { type CurrentAgent, requireAgent } from '../../platform/current-agent.ts'
import type { CurrentParticipant } from '../../platform/current-participant.ts'
import type { Mount, PolicyCheck } from '../../platform/endpoints.ts'
import type { RateLimit } from '../../platform/rate-limits.ts'
import type { MustBeAllowed } from '../../platform/room-settings.ts'
import type { Names } from './names.service.ts'

export interface NameRoutesDeps {
  readonly names: Names
  readonly rateLimit: RateLimit
  readonly currentAgent: CurrentAgent
  readonly currentParticipant: CurrentParticipant
  readonly mustBeAllowed: MustBeAllowed
  readonly mustBeHost: PolicyCheck
}

/** Another name for a guest: by themselves where the rules allow it, or by a host. */
export function nameRoutes(mount: Mount, deps: NameRoutesDeps): void {
  const { names, currentAgent, currentParticipant, mustBeAllowed, mustBeHost } = deps

  mount(
    renameParticipant,
    async ({ params: { callId, identity }, body, raw }) => {
      const self = await currentParticipant(raw, identity)
      if (self !== null) {
        await mustBeAllowed(self, 'rename')
        return { displayName: await names.rename(callId, identity, body.displayName, null) }
      }
      await mustBeHost(raw)
      const [{ id }, participant] = [await requireAgent(currentAgent, raw), await currentParticipant(raw)]
      const host = { id, identity: participant?.id ?? null }
      return { displayName: await names.rename(callId, identity, body.displayName, host) }
    },
    { before: (request) => deps.rateLimit(request, 'namesPerSession') },
  )
}
