import type { ProblemCode } from '@visavis/contracts'

/** The API's problem codes, and those of failures that never reached it or came back unreadable. */
export type FailureCode = ProblemCode | 'network' | 'unreadable_response' | 'stale_page' | 'unexpected'

/** A request that did not succeed. `status` is 0 and `requestId` null where the API did not answer. */
export class ProblemError extends Error {
  readonly code: FailureCode
  readonly status: number
  readonly title: string
  readonly requestId: string | null
  readonly retryAfterSeconds: number | null

  constructor(
    code: FailureCode,
    details: {
      status?: number | undefined
      title?: string | undefined
      requestId?: string | null | undefined
      retryAfterSeconds?: number | undefined
      cause?: unknown
    } = {},
  ) {
    super(details.title ?? code, { cause: details.cause })
    this.name = 'ProblemError'
    this.code = code
    this.status = details.status ?? 0
    this.title = details.title ?? code
    this.requestId = details.requestId ?? null
    this.retryAfterSeconds = details.retryAfterSeconds ?? null
  }
}

/** A script or catalogue of a build that has been replaced on the server; the browsers word it differently. */
const staleChunk = /dynamically imported module|importing a module script|preload CSS|module script failed/i

/** Whatever was thrown, as a problem with a code; the original is kept as `cause`. */
export function toProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  const message = error instanceof Error ? error.message : ''
  return new ProblemError(staleChunk.test(message) ? 'stale_page' : 'unexpected', { cause: error })
}
