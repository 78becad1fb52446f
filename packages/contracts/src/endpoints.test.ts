import { expect, it } from 'vitest'
import type { Endpoint } from './endpoint.ts'
import * as contracts from './index.ts'

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'policy' in value

const endpoints = Object.entries(contracts).flatMap(([name, value]) =>
  isEndpoint(value) ? [[name, value] as const] : [],
)

it('knows the endpoints', () => {
  expect(endpoints.length).toBeGreaterThan(20)
})

it('never declares a method and path twice', () => {
  const declared = endpoints.map(([, { method, path }]) => `${method} ${path.replaceAll(/:\w+/g, ':x')}`)
  expect(declared.filter((one, index) => declared.indexOf(one) !== index)).toEqual([])
})

it.each(endpoints)('%s describes exactly the parameters in its path', (_, { path, params }) => {
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name)
  expect(Object.keys(params?.shape ?? {}).sort()).toEqual(inPath.sort())
})

it.each(endpoints)('%s changes nothing by GET, and takes a body only where HTTP has one', (_, { method, body }) => {
  if (method === 'GET' || method === 'DELETE') expect(body).toBeUndefined()
})

it.each(endpoints)('%s says how it refuses whoever its policy keeps out', (_, { policy, problems }) => {
  if (policy === 'anyone') return
  const refusals = new Set<string>(['unauthenticated', 'forbidden', 'not_found', 'webhook_refused'])
  expect(problems.some((problem) => refusals.has(problem))).toBe(true)
})

it.each(endpoints)('%s names each problem once', (_, { problems }) => {
  expect(new Set(problems).size).toBe(problems.length)
})
