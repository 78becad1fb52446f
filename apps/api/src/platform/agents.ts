import type { Agent } from '@visavis/contracts'
import type { User } from '../generated/prisma/client.ts'
import type { Prisma } from './database.ts'
import { ProblemError } from './problems.ts'

/**
 * The one agent who signs in with this e-mail address, in lower case. Disabled accounts do not count.
 * @throws {ProblemError} `email_unknown`, or `email_ambiguous` when several accounts have it: nobody guesses which.
 */
export async function findAgentByEmail(prisma: Prisma, email: string): Promise<User> {
  const [agent, another] = await prisma.user.findMany({ where: { email, disabledAt: null }, take: 2 })
  if (agent === undefined) throw new ProblemError('email_unknown')
  if (another !== undefined) throw new ProblemError('email_ambiguous')
  return agent
}

/** An agent as they see themselves. */
export const agentView = ({ id, displayName, email, organization, role }: User): Agent => ({
  id,
  displayName,
  email,
  organization,
  role,
})
