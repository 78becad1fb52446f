import type { User } from '../../generated/prisma/client.ts'
import type { Audit } from '../../platform/audit.ts'
import type { Prisma } from '../../platform/database.ts'
import { nameKey } from '../../platform/name-keys.ts'
import { ProblemError } from '../../platform/problems.ts'
import { isVouchedFor, providedName } from '../../platform/shown-names.ts'

interface NamesDeps {
  readonly prisma: Prisma
  readonly audit: Audit
  /** Whether the operator lets agents choose. */
  readonly nameChoice: boolean
}

/**
 * Has an agent shown by the name that they choose, within what the provider vouches for, or with null by the provider's.
 * Throws `name_not_vouched`.
 */
export function createChooseName({ prisma, audit, nameChoice }: NamesDeps) {
  return (agentId: string, wanted: string | null): Promise<User> =>
    prisma.$transaction(async (tx) => {
      await tx.$queryRaw`select 1 as locked from "User" where id = ${agentId}::uuid for update`
      const user = await tx.user.findUnique({ where: { id: agentId } })
      if (user === null) throw new ProblemError('unauthenticated')
      const provided = providedName(user)
      const chosenName = wanted === provided ? null : wanted
      if (chosenName !== null && !nameChoice)
        throw new ProblemError('forbidden', { title: 'Agents are named by the identity provider here.' })
      if (chosenName !== null && !isVouchedFor(chosenName, user)) throw new ProblemError('name_not_vouched')
      // Without the provider's names, which come with the next sign-in, what is shown is the provider's already.
      if (chosenName === user.chosenName) return user
      const displayName = chosenName ?? provided
      await audit({ action: 'name.chosen', actorId: agentId, details: { asProvided: chosenName === null } }, tx)
      const data = { chosenName, displayName, nameKey: nameKey(displayName) }
      return await tx.user.update({ where: { id: agentId }, data })
    })
}
