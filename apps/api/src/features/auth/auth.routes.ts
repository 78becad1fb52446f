import { login, loginCallback, logout } from '@visavis/contracts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { CurrentAgent } from '../../platform/current-agent.ts'
import type { Mount } from '../../platform/endpoints.ts'
import type { RateLimit } from '../../platform/rate-limits.ts'
import { sessionCookieName } from '../../platform/sessions.ts'
import { answerWithProblem, problemOf } from './auth.errors.ts'
import { safeReturnTo } from './return-to.ts'
import type { SignIn } from './sign-in.ts'

interface AuthDeps {
  readonly signIn: SignIn
  readonly signOut: SignOut
  readonly rateLimit: RateLimit
  readonly currentAgent: CurrentAgent
}

/** Ends the browser's session and takes its cookie; `secure`: whether the product is served over https. */
export function createSignOut({ signIn, secure }: { signIn: SignIn; secure: boolean }) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<string> => {
    const redirectTo = await signIn.end(request)
    reply.clearCookie(sessionCookieName(secure), { path: '/', httpOnly: true, secure, sameSite: 'lax' })
    return redirectTo
  }
}
export type SignOut = ReturnType<typeof createSignOut>

/** Sign-in and sign-out. */
export function authRoutes(mount: Mount, { signIn, signOut, rateLimit, currentAgent }: AuthDeps): void {
  mount(login, async ({ query, raw }, reply) => {
    const returnTo = safeReturnTo(query.returnTo)
    try {
      await rateLimit(raw, 'loginPerSession', 'loginPerAddress')
      if ((await currentAgent(raw)) !== null) return reply.redirect(returnTo)
      return reply.redirect((await signIn.begin(raw, returnTo)).href)
    } catch (error) {
      return answerWithProblem(raw, reply, problemOf(error), returnTo)
    }
  })

  mount(loginCallback, async ({ raw }, reply) => {
    try {
      await rateLimit(raw, 'loginPerSession', 'loginPerAddress')
      const result = await signIn.complete(raw, new URL(raw.url, 'http://localhost').searchParams)
      if (result.outcome === 'signed-in') return reply.redirect(result.returnTo)
      return answerWithProblem(raw, reply, result.problem, result.returnTo)
    } catch (error) {
      return answerWithProblem(raw, reply, problemOf(error))
    }
  })

  mount(logout, async ({ raw }, reply) => ({ redirectTo: await signOut(raw, reply) }))
}
