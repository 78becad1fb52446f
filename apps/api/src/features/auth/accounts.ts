import { normalizeName } from '@visavis/contracts'
import type { Config } from '../../config.ts'
import type { Prisma as Sql, User } from '../../generated/prisma/client.ts'
import type { Prisma } from '../../platform/database.ts'
import { lockEmail } from '../../platform/email-lock.ts'
import { nameKey } from '../../platform/name-keys.ts'
import type { OidcIdentity } from '../../platform/oidc-claims.ts'
import { roleAtSignIn } from './auth.policy.ts'

const maxNameLength = 60

function displayNameOf({ givenName, usualName, email }: OidcIdentity): string {
  const name = normalizeName([givenName, usualName].filter((part) => part !== null).join(' '))
  return Array.from(name || email)
    .slice(0, maxNameLength)
    .join('')
}

interface AccountsDeps {
  readonly prisma: Prisma
  readonly adminRole: Config['oidc']['adminRole']
  readonly initialAdminEmails: Config['initialAdminEmails']
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
export function createAccounts({ prisma, adminRole, initialAdminEmails, invitations }: AccountsDeps) {
  return async (identity: OidcIdentity): Promise<User> => {
    const { issuer, subject, email } = identity
    const key = { issuer_subject: { issuer, subject } }
    const { user, roomIds } = await prisma.$transaction(async (tx) => {
      // One sign-in per e-mail at a time, or two accounts could both be the first with it.
      await lockEmail(tx, email)
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
      const displayName = displayNameOf(identity)
      const current = {
        email,
        displayName,
        nameKey: nameKey(displayName),
        organization: identity.organizationLabel,
        siret: identity.siret,
        idpId: identity.idpId,
        role,
        lastLoginAt: new Date(),
      }
      const user = await tx.user.upsert({ where: key, update: current, create: { issuer, subject, ...current } })
      return { user, roomIds: await invitations.take(tx, user, identity.isEmailVerified) }
    })
    await invitations.tell(user.id, roomIds)
    return user
  }
}

export type SignInAccount = ReturnType<typeof createAccounts>
