import { adminListUsers, adminUpdateUser } from '@visavis/contracts'
import { type CurrentAgent, requireAgent } from '../../platform/current-agent.ts'
import type { Mount } from '../../platform/endpoints.ts'
import { ProblemError } from '../../platform/problems.ts'
import { findUser, listUsers } from './user-list.ts'
import { createUsers, type UsersDeps } from './users.service.ts'

/** Every agent of the instance. */
export function adminUserRoutes(mount: Mount, deps: UsersDeps & { readonly currentAgent: CurrentAgent }): void {
  const { prisma, currentAgent } = deps
  const change = createUsers(deps)

  mount(adminListUsers, async ({ query }) => listUsers(prisma, query))

  mount(adminUpdateUser, async ({ params, body, raw }) => {
    const actor = await requireAgent(currentAgent, raw)
    await change(actor.id, params.userId, body)
    const user = await findUser(prisma, params.userId)
    if (user === null) throw new ProblemError('not_found')
    return user
  })
}
