import {
  apiPrefix,
  type Endpoint,
  type ProblemCode,
  problemSchema,
  problemStatus,
  type ResponseOf,
} from '@visavis/contracts'
import { vi } from 'vitest'

interface Asked {
  params: Record<string, string>
  query: Record<string, string>
  body: unknown
}
type Answer = Response | Promise<Response>
type Handler = (asked: Asked) => Answer

/** A problem as the API words it. */
export function problemResponse(code: ProblemCode, more: { retryAfterSeconds?: number } = {}): Response {
  const status = problemStatus[code]
  const body = problemSchema.parse({ type: 'about:blank', title: code, status, code, requestId: 'req-42', ...more })
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json' } })
}

/** An answer that the contract allows; a test that makes up another shape fails here. */
export function answer<E extends Endpoint>(endpoint: E, body: ResponseOf<E>): Response {
  if (endpoint.response === null) return new Response(null, { status: 204 })
  return Response.json(endpoint.response.parse(body), { status: endpoint.status ?? 200 })
}

function match(endpoint: Endpoint, method: string, path: string): Record<string, string> | null {
  if (endpoint.method !== method) return null
  const pattern = new RegExp(`^${apiPrefix}${endpoint.path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`)
  return pattern.exec(path) && { ...pattern.exec(path)?.groups }
}

/** Stands in for the API at `fetch`. The newest handler of an endpoint answers; what none answers is a failure. */
export function mockApi() {
  const handlers: { endpoint: Endpoint; handler: Handler }[] = []
  const calls: { endpoint: Endpoint; asked: Asked }[] = []

  vi.stubGlobal('fetch', async (input: string, init: RequestInit = {}) => {
    const url = new URL(input, 'http://visavis.test')
    for (const { endpoint, handler } of handlers.toReversed()) {
      const params = match(endpoint, init.method ?? 'GET', url.pathname)
      if (!params) continue
      const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined
      const asked = {
        params,
        query: Object.fromEntries(url.searchParams),
        body: endpoint.body ? endpoint.body.parse(body) : body,
      }
      calls.push({ endpoint, asked })
      return handler(asked)
    }
    throw new Error(`nobody answers ${init.method} ${input}`)
  })

  return {
    /** Answers an endpoint from now on. */
    on: (endpoint: Endpoint, handler: Handler) => handlers.push({ endpoint, handler }),
    /** What an endpoint has been asked so far. */
    asked: (endpoint: Endpoint) => calls.filter((call) => call.endpoint === endpoint).map(({ asked }) => asked),
  }
}
