import { randomBytes } from 'node:crypto'
import type { FastifyBaseLogger, FastifyRequest } from 'fastify'
import type { Audit } from '../../platform/audit.ts'
import type { Events } from '../../platform/events.ts'
import type { LoginTransaction, Oidc } from '../../platform/oidc.ts'
import { OidcError } from '../../platform/oidc-errors.ts'
import { ProblemError } from '../../platform/problems.ts'
import { sessionHash } from '../../platform/sessions.ts'
import type { SignInAccount } from './accounts.ts'
import { problemOf } from './auth.errors.ts'
import { browserWords } from './browser-words.ts'
import { rememberLogin, takeLogin } from './login-transactions.ts'

/** How a callback ended. `returnTo` is known once the callback fits a sign-in that this browser had begun. */
export type SignInResult =
  | { readonly outcome: 'signed-in'; readonly returnTo: string }
  | { readonly outcome: 'refused'; readonly problem: ProblemError; readonly returnTo?: string }

interface SignInDeps {
  readonly oidc: Oidc
  readonly signInAccount: SignInAccount
  readonly audit: Audit
  readonly events: Events
}

const home = '/'

/** Sign-in and sign-out of a browser's session. */
export function createSignIn({ oidc, signInAccount, audit, events }: SignInDeps) {
  async function establish(request: FastifyRequest, query: URLSearchParams, transaction: LoginTransaction) {
    const { identity, idToken } = await oidc.completeLogin(query, transaction)
    const user = await signInAccount(identity)
    if (user.disabledAt !== null) {
      await audit({ action: 'login.refused', actorId: user.id, details: { reason: 'account_disabled' } })
      throw new ProblemError('account_disabled')
    }
    await audit({ action: 'login', actorId: user.id, details: { idpId: user.idpId } })
    // A new id, so that whoever knew the one from before the sign-in holds nothing.
    const guestHash = request.session.guestSince === undefined ? undefined : sessionHash(request)
    await request.session.regenerate()
    request.session.agentId = user.id
    if (guestHash !== undefined) request.session.guestHash = guestHash
    request.session.signedIn = { at: Date.now(), ...browserWords(request.headers['user-agent']) }
    request.session.idToken = idToken
  }

  return {
    /** Begins a sign-in and answers with where the browser goes. Throws `OidcError`. */
    async begin({ session }: FastifyRequest, returnTo: string): Promise<URL> {
      const reauthenticate = session.reauthenticate ?? false
      const { url, transaction } = await oidc.beginLogin({ returnTo, reauthenticate })
      rememberLogin(session, transaction)
      return url
    },

    /** Takes the query of a callback. After a refusal the next sign-in asks again who it is, or it would repeat itself silently. */
    async complete(request: FastifyRequest, query: URLSearchParams): Promise<SignInResult> {
      let transaction: LoginTransaction | undefined
      try {
        transaction = await takeLogin(request.session, query.get('state'))
        await establish(request, query, transaction)
        return { outcome: 'signed-in', returnTo: transaction.returnTo }
      } catch (error) {
        const problem = problemOf(error)
        if (!(problem instanceof ProblemError)) throw error
        request.log.warn({ err: error }, 'sign-in refused')
        if (transaction === undefined) return { outcome: 'refused', problem }
        if (error instanceof OidcError) {
          await audit({ action: 'login.refused', actorId: null, details: { reason: error.code } })
        }
        request.session.reauthenticate = true
        return { outcome: 'refused', problem, returnTo: transaction.returnTo }
      }
    },

    /** Destroys the session, and answers with where the browser goes to end the one at the provider. */
    async end(request: FastifyRequest): Promise<string> {
      const { agentId, idToken } = request.session
      await request.session.destroy()
      if (agentId !== undefined) {
        await audit({ action: 'logout', actorId: agentId })
        // Other tabs hold streams on this session.
        await events.publish(`agent:${agentId}`)
      }
      return idToken === undefined ? home : endAtProvider(idToken, request.log)
    },
  }

  // A provider that is away must not keep anybody signed in here.
  async function endAtProvider(idToken: string, log: FastifyBaseLogger): Promise<string> {
    try {
      const url = await oidc.logoutUrl({ idToken, state: randomBytes(32).toString('base64url') })
      return url?.href ?? home
    } catch (error) {
      log.warn({ err: error }, 'the session at the provider stays')
      return home
    }
  }
}

export type SignIn = ReturnType<typeof createSignIn>
