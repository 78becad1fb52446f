import type { ProblemCode } from '@visavis/contracts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { OidcError, type OidcErrorCode } from '../../platform/oidc-errors.ts'
import { ProblemError } from '../../platform/problems.ts'

const problems: Partial<Record<OidcErrorCode, ProblemCode>> = {
  oidc_unavailable: 'identity_provider_unavailable',
  oidc_login_required: 'oidc_login_required',
  oidc_acr_too_low: 'oidc_acr_too_low',
}

const retryAfterSeconds = 5

/** The problem for an error of the relying party, which stays its cause; other errors are returned as they are. */
export function problemOf(error: unknown): unknown {
  if (!(error instanceof OidcError)) return error
  const code = problems[error.code] ?? 'oidc_failed'
  return new ProblemError(code, { cause: error, ...(error.code === 'oidc_unavailable' && { retryAfterSeconds }) })
}

const acceptsPage = ({ headers }: FastifyRequest) => /\btext\/html\b/i.test(headers.accept ?? '')

/**
 * Answers on a route that browsers navigate to: a person is sent to the page that explains the problem, from where they
 * can try again; who asks for no page gets the problem itself. Throws what is not a problem.
 */
export function answerWithProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  problem: unknown,
  returnTo?: string,
): FastifyReply {
  if (!(problem instanceof ProblemError) || !acceptsPage(request)) throw problem
  const query = new URLSearchParams({ code: problem.code, requestId: request.id })
  if (returnTo !== undefined) query.set('returnTo', returnTo)
  return reply.redirect(`/login-error?${query.toString()}`)
}
