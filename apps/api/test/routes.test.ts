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

it('asks a policy before every endpoint, and checks what goes in and what comes out', () => {
  for (const route of routes) {
    const endpoint = route.config?.endpoint
    if (endpoint === undefined) continue
    const schema = (route.schema ?? {}) as Record<string, unknown>
    const name = nameOf(route)
    expect(route.config?.policy, name).toBe(endpoint.policy)
    expect(route.preHandler, name).toBeTypeOf('function')
    const parameters = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, parameter]) => parameter)
    expect(parameters.length === 0 || schema.params !== undefined, `${name}: params`).toBe(true)
    if (['POST', 'PUT', 'PATCH'].includes(endpoint.method)) expect(schema.body, `${name}: body`).toBe(endpoint.body)
    expect(schema.querystring, `${name}: query`).toBe(endpoint.query)
    if (endpoint.response !== null && !endpoint.stream)
      expect(schema.response, `${name}: response`).toHaveProperty(String(endpoint.status ?? 200), endpoint.response)
  }
})

it('is described by openapi.json; if not: node apps/api/openapi.ts', async () => {
  const committed = await readFile(new URL('../openapi.json', import.meta.url), 'utf8')
  expect(JSON.parse(committed)).toEqual(JSON.parse(JSON.stringify(api.app.swagger())))
})
