import { healthLive, healthReady } from '@visavis/contracts'
import type { Database } from '../../platform/database.ts'
import type { Mount } from '../../platform/endpoints.ts'
import type { Sfu } from '../../platform/sfu.ts'

/** `live` says that the process answers, `ready` that database and SFU do. Neither needs a session. */
export function healthRoutes(mount: Mount, deps: { database: Database; sfu: Sfu }): void {
  const state = (probe: Promise<void>) =>
    probe.then(
      () => 'up' as const,
      () => 'down' as const,
    )

  mount(healthLive, async () => ({ status: 'up' as const }))

  mount(healthReady, async (_request, reply) => {
    const [database, sfu] = await Promise.all([state(deps.database.ping()), state(deps.sfu.ping())])
    const status = database === 'up' && sfu === 'up' ? 'up' : 'down'
    return reply.status(status === 'up' ? 200 : 503).send({ status, database, sfu })
  })
}
