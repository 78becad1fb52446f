import {
  apiPrefix,
  type BodyOf,
  type Endpoint,
  type Method,
  type ParamsOf,
  type Policy,
  problemSchema,
  problemStatus,
  type QueryOf,
  type ResponseOf,
} from '@visavis/contracts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { ProblemError } from './problems.ts'

/** Throws a problem for a caller who may not proceed. */
export type PolicyCheck = (request: FastifyRequest) => Promise<void>
export type Policies = Record<Policy, PolicyCheck>

export interface RequestOf<E extends Endpoint> {
  readonly params: ParamsOf<E>
  readonly query: QueryOf<E>
  readonly body: BodyOf<E>
  readonly raw: FastifyRequest
}

export type Handler<E extends Endpoint> = (
  request: RequestOf<E>,
  reply: FastifyReply,
) => Promise<ResponseOf<E> | FastifyReply>

const otherMethods: Method[] = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE']

/** Registers contract endpoints on `app`, each behind its policy and between its schemas; other methods on their paths are 405. */
export function createMount(app: FastifyInstance, policies: Policies) {
  const mounted = new Map<string, Set<Method>>()

  function mount<E extends Endpoint>(endpoint: E, handler: Handler<E>, options: { before?: PolicyCheck } = {}): void {
    const { method, path, policy, problems, response, params, query, body } = endpoint
    const methods = mounted.get(path) ?? new Set()
    mounted.set(path, methods.add(method))
    const answers = Object.groupBy(problems, (code) => problemStatus[code])
    app.route({
      method,
      url: `${apiPrefix}${path}`,
      schema: {
        summary: endpoint.summary,
        tags: [path.split('/')[1] ?? ''],
        ...(params && { params }),
        ...(query && { querystring: query }),
        ...(body && { body }),
        response: {
          ...(response !== null && !endpoint.stream && { [endpoint.status ?? 200]: response }),
          ...(endpoint.file && {
            200: { description: 'A file', content: { [endpoint.file]: { schema: z.string() } } },
          }),
          ...Object.fromEntries(
            Object.entries(answers).map(([status, codes]) => [
              status,
              { description: codes.join(', '), content: { 'application/problem+json': { schema: problemSchema } } },
            ]),
          ),
        },
      },
      config: { policy, endpoint },
      preHandler: async (request) => {
        await options.before?.(request)
        await policies[policy](request)
      },
      handler: async (request, reply) => {
        const answer = await handler(
          {
            params: request.params as ParamsOf<E>,
            query: request.query as QueryOf<E>,
            body: request.body as BodyOf<E>,
            raw: request,
          },
          reply,
        )
        if (reply.sent || answer === reply) return reply
        if (response === null && !reply.hasHeader('location')) return reply.status(204).send()
        return reply.status(reply.statusCode === 200 ? (endpoint.status ?? 200) : reply.statusCode).send(answer)
      },
    })
  }

  /** To be called after the last mount. */
  function refuseOtherMethods(): void {
    for (const [path, methods] of mounted) {
      app.route({
        method: otherMethods.filter((method) => !methods.has(method)),
        url: `${apiPrefix}${path}`,
        schema: { hide: true },
        config: { policy: 'anyone' },
        handler: (_request, reply) => {
          reply.header('allow', [...methods].join(', '))
          throw new ProblemError('method_not_allowed')
        },
      })
    }
  }

  return { mount, refuseOtherMethods }
}

export type Mount = ReturnType<typeof createMount>['mount']

declare module 'fastify' {
  interface FastifyContextConfig {
    policy?: Policy
    endpoint?: Endpoint
  }
}
