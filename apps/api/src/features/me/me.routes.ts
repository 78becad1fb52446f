import { type Agent, getMe } from '@visavis/contracts'
import type { User } from '../../generated/prisma/client.ts'
import type { CurrentAgent } from '../../platform/current-agent.ts'
import type { Mount } from '../../platform/endpoints.ts'

const view = (user: User): Agent => ({
  id: user.id,
  displayName: user.displayName,
  email: user.email,
  organization: user.organization,
  role: user.role,
})

/** Who is signed in. */
export function meRoutes(mount: Mount, currentAgent: CurrentAgent): void {
  mount(getMe, async ({ raw }) => {
    const user = await currentAgent(raw)
    return { agent: user === null ? null : view(user) }
  })
}
