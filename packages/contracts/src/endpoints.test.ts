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
  expect(new Set(Object.keys(params?.shape ?? {}))).toEqual(new Set(inPath))
})

it.each(endpoints)('%s changes nothing by GET, and takes a body only where HTTP has one', (_, { method, body }) => {
  expect(body === undefined || (method !== 'GET' && method !== 'DELETE')).toBe(true)
})

it.each(endpoints)('%s says how it refuses whoever its policy keeps out', (_, { policy, problems }) => {
  const refusals = new Set<string>(['unauthenticated', 'forbidden', 'not_found', 'webhook_refused'])
  expect(policy === 'anyone' || problems.some((problem) => refusals.has(problem))).toBe(true)
})

it.each(endpoints)('%s names each problem once', (_, { problems }) => {
  expect(new Set(problems).size).toBe(problems.length)
})
