import type { FastifyRequest } from 'fastify'
import type { LoginTransaction } from '../../platform/oidc.ts'
import { OidcError } from '../../platform/oidc-errors.ts'

declare module 'fastify' {
  interface Session {
    /** Sign-ins that this browser has begun and not finished, oldest first. */
    logins?: LoginTransaction[]
    /** Set after a refusal: the provider shall ask again who signs in, instead of repeating a silent sign-in. */
    reauthenticate?: true
    /** The provider’s word about the agent; only for ending the session there. */
    idToken?: string
  }
}

const lifetimeMilliseconds = 10 * 60 * 1000
/** Several tabs may sign in at once. */
const maxPending = 5

type Session = FastifyRequest['session']

const isFresh = ({ createdAt }: LoginTransaction) => Date.now() - createdAt < lifetimeMilliseconds

/** Keeps a sign-in that has begun in the browser's session. */
export function rememberLogin(session: Session, transaction: LoginTransaction): void {
  session.logins = [...(session.logins ?? []).filter(isFresh), transaction].slice(-maxPending)
}

/**
 * Takes the sign-in with this state out of the browser's session, and saves the session at once: whatever happens next,
 * the same callback finds nothing the second time.
 * @throws {OidcError} `oidc_state_mismatch` when there is none, `oidc_transaction_expired` when it took too long.
 */
export async function takeLogin(session: Session, state: string | null): Promise<LoginTransaction> {
  const pending = session.logins ?? []
  const transaction = pending.find((login) => login.state === state)
  if (!transaction) throw new OidcError('oidc_state_mismatch', 'This browser has begun no sign-in with this state')
  session.logins = pending.filter((login) => login !== transaction)
  await session.save()
  if (!isFresh(transaction)) throw new OidcError('oidc_transaction_expired', 'The sign-in took too long')
  return transaction
}
