import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { readFile } from 'node:fs/promises'
import * as contracts from '@visavis/contracts'
import type { FastifyInstance, RouteOptions } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestApi, type TestApi } from './test-api.ts'

const endpoints: contracts.Endpoint[] = Object.values(contracts).filter(
  (value) => typeof value === 'object' && 'policy' in value,
)
const routes: RouteOptions[] = []
let api: TestApi
beforeAll(async () => {
  const collect = (message: unknown) => {
    const { fastify } = message as { fastify: FastifyInstance }
    fastify.addHook('onRoute', (route) => {
      routes.push(route)
    })
  }
  subscribe('fastify.initialization', collect)
  api = await createTestApi()
  unsubscribe('fastify.initialization', collect)
})
afterAll(() => api.close())

const nameOf = ({ method, url }: RouteOptions) => `${String(method)} ${url}`

it('serves every endpoint of the contracts', () => {
  const registered = new Set(routes.map(nameOf))
  const missing = endpoints.filter(({ method, path }) => !registered.has(`${method} ${contracts.apiPrefix}${path}`))
  expect(missing.map(({ method, path }) => `${method} ${path}`)).toEqual([])
})

it('serves nothing else but the documentation and the gate', () => {
  const paths = new Set(endpoints.map(({ path }) => `${contracts.apiPrefix}${path}`))
  const known = /^(\/rtc|\/api\/docs|\/api\/v1\/openapi\.json)(\/|$)/
  expect(routes.filter(({ url }) => !paths.has(url) && !known.test(url)).map(nameOf)).toEqual([])
})

/** Where a route departs from the endpoint that it serves. */
function departures({ config, schema, preHandler }: RouteOptions, endpoint: contracts.Endpoint): string[] {
  const { params, querystring, body, response } = (schema ?? {}) as Record<string, unknown>
  const { method, path, stream } = endpoint
  const answers = (response ?? {}) as Record<string, unknown>
  const faults = {
    policy: config?.policy !== endpoint.policy || typeof preHandler !== 'function',
    params: params !== endpoint.params || (path.includes(':') && params === undefined),
    query: querystring !== endpoint.query,
    body: body !== endpoint.body || (body !== undefined && method === 'GET'),
    response: endpoint.response !== null && !stream && answers[endpoint.status ?? 200] !== endpoint.response,
  }
  return Object.entries(faults).flatMap(([fault, isThere]) => (isThere ? [`${method} ${path}: ${fault}`] : []))
}

it('asks a policy before every endpoint, and checks what goes in and what comes out', () => {
  const faults = routes.flatMap((route) => {
    const endpoint = route.config?.endpoint
    return endpoint === undefined ? [] : departures(route, endpoint)
  })
  expect(faults).toEqual([])
})

it('is described by openapi.json; if not: node apps/api/openapi.ts', async () => {
  const committed = await readFile(new URL('../openapi.json', import.meta.url), 'utf8')
  expect(JSON.parse(committed)).toEqual(JSON.parse(JSON.stringify(api.app.swagger())))
})
