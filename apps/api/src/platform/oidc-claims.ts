import { z } from 'zod'
import type { Config } from '../config.ts'
import { OidcError } from './oidc-errors.ts'

/** Whom the provider vouches for. `issuer` and `subject` together are the key; an e-mail may belong to several. */
export interface OidcIdentity {
  readonly issuer: string
  readonly subject: string
  /** In lower case. */
  readonly email: string
  /** False only when the provider says so; ProConnect says nothing and vouches for every e-mail. */
  readonly isEmailVerified: boolean
  readonly givenName: string | null
  readonly usualName: string | null
  readonly uid: string | null
  readonly siret: string | null
  readonly idpId: string | null
  readonly organizationLabel: string | null
  readonly roles: readonly string[]
}

const optionalText = z
  .string()
  .max(500)
  .nullish()
  .transform((text) => text?.trim() || null)

const identitySchema = z.object({
  subject: z.string().min(1).max(255),
  email: z.email().max(254).toLowerCase(),
  givenName: optionalText,
  usualName: optionalText,
  uid: optionalText,
  siret: optionalText,
  idpId: optionalText,
  organizationLabel: optionalText,
  roles: z
    .union([z.array(z.string()), z.string().transform((role) => [role])])
    .nullish()
    .transform((roles) => roles ?? []),
})

/**
 * Reads an identity out of claims under the names that the configuration gives them.
 * @throws {OidcError} `oidc_claims_missing`, naming the claims that are missing or malformed but not their values.
 */
export function readIdentity(
  issuer: string,
  claims: Readonly<Record<string, unknown>>,
  names: Config['oidc']['claims'],
): OidcIdentity {
  const { sub, ...others } = names
  const wanted = Object.entries({ subject: sub, ...others })
  const parsed = identitySchema.safeParse(Object.fromEntries(wanted.map(([field, name]) => [field, claims[name]])))
  const isEmailVerified = claims['email_verified'] !== false
  if (parsed.success) return { issuer, isEmailVerified, ...parsed.data }
  const faulty = new Set(parsed.error.issues.map(({ path: [field] }) => wanted.find(([key]) => key === field)?.[1]))
  throw new OidcError('oidc_claims_missing', `Claims are missing or malformed: ${[...faulty].join(', ')}`)
}
