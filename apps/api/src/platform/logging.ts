import type { FastifyRequest, FastifyServerOptions } from 'fastify'
import type { Config } from '../config.ts'

/** Where log lines go instead of standard output. */
export interface LogDestination {
  write(line: string): void
}

/** Structured logs. The route's pattern stands for the URL: tokens, slugs, names and addresses never reach a log. */
export function loggerOptions(
  level: Config['logLevel'],
  destination?: LogDestination,
): Exclude<FastifyServerOptions['logger'], undefined> {
  return {
    level,
    ...(destination && { stream: destination }),
    // The proxy behind the gate logs whole URLs, and those carry tokens.
    redact: { paths: ['url', 'source', 'target'], remove: true },
    serializers: {
      req: (request: FastifyRequest) => ({ method: request.method, route: request.routeOptions?.url ?? 'unknown' }),
      res: (reply) => ({ statusCode: reply.statusCode }),
      err: describeError,
    },
  }
}

interface LoggedError {
  [key: string]: unknown
  type: string
  message: string
  stack: string
  code?: unknown
  cause?: LoggedError
}

// Not pino's own serializer: that one copies every property of an error, such as a query's parameters or a token's claims.
function describeError(error: Error & { code?: unknown }): LoggedError {
  return {
    type: error.name,
    message: error.message,
    stack: error.stack ?? '',
    ...(error.code !== undefined && { code: error.code }),
    ...(error.cause instanceof Error && { cause: describeError(error.cause) }),
  }
}
