import type { Config } from '../../config.ts'
import type { Prisma as Sql, User } from '../../generated/prisma/client.ts'
import type { Prisma } from '../../platform/database.ts'
import { lockEmail } from '../../platform/email-lock.ts'
import { nameKey } from '../../platform/name-keys.ts'
import type { OidcIdentity } from '../../platform/oidc-claims.ts'
import type { AccountKey } from '../../platform/person-keys.ts'
import { isVouchedFor, providedName } from '../../platform/shown-names.ts'
import { roleAtSignIn } from './auth.policy.ts'

interface AccountsDeps {
  readonly prisma: Prisma
  readonly adminRole: Config['oidc']['adminRole']
  readonly initialAdminEmails: Config['initialAdminEmails']
  /** Whether agents may be shown by another name than the provider's. */
  readonly nameChoice: boolean
  readonly accountKey: AccountKey
  /** What is said of rooms by an agent's e-mail before they sign in. */
  readonly invitations: {
    take(tx: Sql.TransactionClient, user: User, isEmailVerified: boolean): Promise<string[]>
    tell(userId: string, roomIds: readonly string[]): Promise<void>
  }
}

/**
 * Creates or renews the account of somebody who signs in; a disabled account is returned as it is. The account is found
 * by issuer and subject alone: the same e-mail under another subject is another account, without the first one's rooms.
 */
export function createAccounts(deps: AccountsDeps) {
  const { prisma, adminRole, initialAdminEmails, invitations, accountKey } = deps

  /** What was chosen before holds for as long as the provider's names still allow it. */
  function namesOf(identity: OidcIdentity, known: User | null) {
    const { givenName, usualName } = identity
    const wanted = deps.nameChoice ? (known?.chosenName ?? null) : null
    const chosenName = wanted !== null && isVouchedFor(wanted, identity) ? wanted : null
    const displayName = chosenName ?? providedName(identity)
    return { givenName, usualName, chosenName, displayName, nameKey: nameKey(displayName) }
  }

  /** Who was kept out of rooms is so as a new account, too. */
  async function keepOut(tx: Sql.TransactionClient, user: User): Promise<void> {
    const held = { accountKey: accountKey(user) }
    await tx.roomBan.updateMany({
      where: held,
      data: { userId: user.id, accountKey: null, displayName: user.displayName },
    })
  }

  return async (identity: OidcIdentity): Promise<User> => {
    const { issuer, subject, email } = identity
    const key = { issuer_subject: { issuer, subject } }
    const { user, roomIds } = await prisma.$transaction(async (tx) => {
      // One sign-in per e-mail at a time, or two accounts could both be the first with it.
      await lockEmail(tx, email)
      // Nor do they choose a name or erase the account meanwhile.
      await tx.$queryRaw`select 1 as locked from "User" where issuer = ${issuer} and subject = ${subject} for update`
      const known = await tx.user.findUnique({ where: key })
      if (known !== null && known.disabledAt !== null) return { user: known, roomIds: [] }

      const isInitialAdminEmail = identity.isEmailVerified && initialAdminEmails.includes(email)
      const older = known === null ? {} : { createdAt: { lt: known.createdAt } }
      const role = roleAtSignIn({
        role: known?.role ?? null,
        hasAdminRole: adminRole !== undefined && identity.roles.includes(adminRole),
        isInitialAdminEmail,
        isFirstWithEmail: (await tx.user.findFirst({ where: { email, NOT: { issuer, subject }, ...older } })) === null,
        hasAdministrator: (await tx.user.findFirst({ where: { role: 'ADMIN', disabledAt: null } })) !== null,
      })
      const current = {
        email,
        ...namesOf(identity, known),
        organization: identity.organizationLabel,
        siret: identity.siret,
        idpId: identity.idpId,
        role,
        lastLoginAt: new Date(),
      }
      const user = await tx.user.upsert({ where: key, update: current, create: { issuer, subject, ...current } })
      if (known === null) await keepOut(tx, user)
      return { user, roomIds: await invitations.take(tx, user, identity.isEmailVerified) }
    })
    await invitations.tell(user.id, roomIds)
    return user
  }
}

export type SignInAccount = ReturnType<typeof createAccounts>
