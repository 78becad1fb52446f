import type { InstanceRole } from '@visavis/contracts'

export interface SignInFacts {
  /** The account's role so far; null when this sign-in creates it. */
  readonly role: InstanceRole | null
  /** Whether the provider gives the agent the role that `OIDC_ADMIN_ROLE` names. */
  readonly hasAdminRole: boolean
  /** Whether `INITIAL_ADMIN_EMAILS` has the e-mail, and the provider does not call it unverified. */
  readonly isInitialAdminEmail: boolean
  /** Whether no older account has the same e-mail. */
  readonly isFirstWithEmail: boolean
  /** Whether any account that is not disabled is an administrator. */
  readonly hasAdministrator: boolean
}

/**
 * The role after a sign-in. An initial e-mail counts only for the first account that comes with it, because another
 * identity provider may vouch for the same e-mail; and for an account that exists already only while there is no
 * administrator, so that it does not undo a decision in the users list. A sign-in never takes the role away.
 */
export function roleAtSignIn(facts: SignInFacts): InstanceRole {
  if (facts.hasAdminRole) return 'ADMIN'
  const mayCount = facts.role === null || !facts.hasAdministrator
  if (facts.isInitialAdminEmail && facts.isFirstWithEmail && mayCount) return 'ADMIN'
  return facts.role ?? 'AGENT'
}
