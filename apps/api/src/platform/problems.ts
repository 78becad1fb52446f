import { type Problem, type ProblemCode, problemStatus } from '@visavis/contracts'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'

const titles: Record<ProblemCode, string> = {
  invalid_request: 'The request is not as it should be.',
  unauthenticated: 'Sign in first.',
  webhook_refused: 'This webhook is not signed by the SFU, or was already taken.',
  switched_off: 'The hosts of this room have switched this off for you.',
  forbidden: 'This does not exist, or you may not do it.',
  origin_refused: 'Requests that change something must come from the product’s own pages.',
  entry_refused: 'This access token may not enter.',
  oidc_failed: 'The sign-in could not be completed.',
  oidc_acr_too_low: 'Your sign-in was not strong enough. Sign in with a second factor.',
  oidc_login_required: 'The identity provider asks you to sign in again.',
  account_disabled: 'This account is disabled.',
  not_found: 'There is nothing here.',
  method_not_allowed: 'This method is not allowed here.',
  conflict: 'This contradicts the present state.',
  last_administrator: 'There must be at least one administrator.',
  account_needed: 'Only an agent can host: a guest has no account.',
  email_unknown: 'No agent with this e-mail address has signed in yet.',
  email_ambiguous: 'Several accounts have this e-mail address.',
  name_not_vouched:
    'Keep the family name whole, and before it given names or their beginnings, as the identity provider has them.',
  payload_too_large: 'The request is too large.',
  unsupported_media_type: 'Send JSON.',
  rate_limited: 'Too many requests. Try again in a moment.',
  internal: 'Something went wrong on our side.',
  database_unavailable: 'The service is briefly unavailable. Try again in a moment.',
  sfu_unavailable: 'The media server is briefly unavailable. Try again in a moment.',
  identity_provider_unavailable: 'The identity provider is briefly unavailable. Try again in a moment.',
}

interface ProblemOptions {
  cause?: unknown
  fields?: { path: string; message: string }[]
  retryAfterSeconds?: number
  title?: string
}

/** What a service throws when a request cannot be served; the one error handler answers it as RFC 9457. */
export class ProblemError extends Error {
  override name = 'ProblemError'
  readonly code: ProblemCode
  readonly options: ProblemOptions

  constructor(code: ProblemCode, options: ProblemOptions = {}) {
    super(options.title ?? titles[code], { cause: options.cause })
    this.code = code
    this.options = options
  }
}

const connectionFailures = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'ENOTFOUND',
  '57P01',
  '57P03',
  '53300',
])

/** Whether an error, or any cause of it, says that Postgres did not answer (Node and Postgres error codes, Prisma P1001…). */
export function isDatabaseUnavailable(error: unknown): boolean {
  for (
    let current: unknown = error, depth = 0;
    current instanceof Error && depth < 6;
    current = current.cause, depth++
  ) {
    const { code } = current as Error & { code?: unknown }
    if (typeof code === 'string' && (connectionFailures.has(code) || /^P10(01|02|08|17)$/.test(code))) return true
    if (
      /Connection terminated|timeout exceeded when trying to connect|Can't reach database server|DatabaseNotReachable|ConnectionClosed/.test(
        current.message,
      )
    )
      return true
  }
  return false
}

// Postgres names what was to refer to the account; Prisma passes it on in `meta`.
const ofAccount = /"?_(userId|ownerId)_fkey/

/** Whether something was to belong to an agent who has erased their account in that very moment. */
function isOfErasedAccount(error: unknown): boolean {
  const { code, constraint, meta } = error as { code?: unknown; constraint?: unknown; meta?: unknown }
  return (code === '23503' || code === 'P2003') && ofAccount.test(`${String(constraint)} ${JSON.stringify(meta)}`)
}

function fromFastify(error: FastifyError): ProblemError | undefined {
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields = error.validation.map((fault) => ({
      path: `${error.validationContext ?? 'request'}${fault.instancePath.replaceAll('/', '.')}`,
      message: fault.message ?? 'is wrong',
    }))
    return new ProblemError('invalid_request', { fields, cause: error })
  }
  if (error.statusCode === 413) return new ProblemError('payload_too_large', { cause: error })
  if (error.statusCode === 415) return new ProblemError('unsupported_media_type', { cause: error })
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return new ProblemError('invalid_request', { cause: error })
  }
  return undefined
}

function toProblemError(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  if (isDatabaseUnavailable(error))
    return new ProblemError('database_unavailable', { cause: error, retryAfterSeconds: 2 })
  if (isOfErasedAccount(error)) return new ProblemError('conflict', { cause: error })
  return fromFastify(error as FastifyError) ?? new ProblemError('internal', { cause: error })
}

/** Answers a problem as `application/problem+json` with the request's id. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, error: ProblemError): FastifyReply {
  const { fields, retryAfterSeconds } = error.options
  const status = problemStatus[error.code]
  const problem: Problem = {
    type: `urn:visavis:problem:${error.code}`,
    title: error.message,
    status,
    code: error.code,
    requestId: request.id,
    ...(fields && { fields }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  }
  if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds))
  return reply
    .status(status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(problem)
}

/** The one error handler. Only faults of ours are logged as errors, with their causes. */
export function registerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const problem = toProblemError(error)
    if (problemStatus[problem.code] >= 500) request.log.error({ err: problem.cause ?? problem }, problem.code)
    else request.log.debug({ code: problem.code }, 'problem')
    return sendProblem(request, reply, problem)
  })
}
