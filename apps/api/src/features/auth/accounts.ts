import { normalizeName } from '@visavis/contracts'
import type { Config } from '../../config.ts'
import type { User } from '../../generated/prisma/client.ts'
import type { Prisma } from '../../platform/database.ts'
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
}

/**
 * Creates or renews the account of somebody who signs in; a disabled account is returned as it is. The account is found
 * by issuer and subject alone: the same e-mail under another subject is another account, without the first one's rooms.
 */
export function createAccounts({ prisma, adminRole, initialAdminEmails }: AccountsDeps) {
  return (identity: OidcIdentity): Promise<User> => {
    const { issuer, subject, email } = identity
    const key = { issuer_subject: { issuer, subject } }
    return prisma.$transaction(async (tx) => {
      // One sign-in per e-mail at a time, or two accounts could both be the first with it.
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${email}, 0))`
      const known = await tx.user.findUnique({ where: key })
      if (known !== null && known.disabledAt !== null) return known

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
        displayName: displayNameOf(identity),
        organization: identity.organizationLabel,
        siret: identity.siret,
        idpId: identity.idpId,
        role,
        lastLoginAt: new Date(),
      }
      return tx.user.upsert({ where: key, update: current, create: { issuer, subject, ...current } })
    })
  }
}

export type SignInAccount = ReturnType<typeof createAccounts>
