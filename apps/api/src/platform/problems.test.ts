import { problemSchema } from '@visavis/contracts'
import Fastify, { type FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { isDatabaseUnavailable, ProblemError, registerProblems } from './problems.ts'

let app: FastifyInstance
beforeEach(() => {
  app = Fastify({ bodyLimit: 1000 })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  registerProblems(app)
})
afterEach(() => app.close())

async function answerTo(thrown: unknown) {
  app.get('/', async () => {
    throw thrown
  })
  const response = await app.inject('/')
  return { response, problem: problemSchema.parse(response.json()) }
}

const connectionLost = Object.assign(new Error('connect ECONNREFUSED 10.1.2.3:5432'), { code: 'ECONNREFUSED' })

it('answers a problem as RFC 9457 says, with the request’s id', async () => {
  const fields = [{ path: 'body.name', message: 'is too long' }]
  const { response, problem } = await answerTo(new ProblemError('invalid_request', { fields }))
  expect(response.statusCode).toBe(400)
  expect(response.headers).toMatchObject({
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
  })
  expect(problem).toMatchObject({ type: 'urn:visavis:problem:invalid_request', status: 400, fields })
  expect(problem.requestId).not.toBe('')
})

it('says when to come back, in body and header', async () => {
  const { response, problem } = await answerTo(new ProblemError('rate_limited', { retryAfterSeconds: 7 }))
  expect([response.statusCode, response.headers['retry-after'], problem.retryAfterSeconds]).toEqual([429, '7', 7])
})

it.each([
  ['an error', new Error('password of postgres is hunter2')],
  ['a cause', new Error('outer', { cause: new Error('hunter2') })],
  ['a string', 'hunter2'],
  ['a response that does not fit its schema', Object.assign(new Error('hunter2'), { statusCode: 500 })],
])('tells nothing of the inside when %s is thrown', async (_what, thrown) => {
  const { response, problem } = await answerTo(thrown)
  expect([response.statusCode, problem.code]).toEqual([500, 'internal'])
  expect(response.body).not.toContain('hunter2')
  expect(response.body).not.toContain('stack')
})

it.each([
  ['Postgres refuses', connectionLost],
  ['Prisma wraps it', new Error('query failed', { cause: Object.assign(new Error('x'), { code: 'P1001' }) })],
  ['the pool gives up', new Error('timeout exceeded when trying to connect')],
  ['Postgres shuts down', Object.assign(new Error('terminating connection'), { code: '57P01' })],
])('answers 503 when %s', async (_what, thrown) => {
  const { response, problem } = await answerTo(thrown)
  expect([response.statusCode, problem.code]).toEqual([503, 'database_unavailable'])
  expect(response.headers['retry-after']).toBe('2')
  expect(response.body).not.toContain('10.1.2.3')
})

it('does not take any fault for an absent database', () => {
  expect(isDatabaseUnavailable(Object.assign(new Error('duplicate key'), { code: '23505' }))).toBe(false)
  expect(isDatabaseUnavailable('ECONNREFUSED')).toBe(false)
  const loop = new Error('loop')
  loop.cause = loop
  expect(isDatabaseUnavailable(loop)).toBe(false)
})

it('names what is wrong in a request', async () => {
  app.post(
    '/',
    { schema: { body: z.object({ name: z.string(), size: z.object({ width: z.int() }) }) } },
    async () => '',
  )
  const response = await app.inject({ method: 'POST', url: '/', payload: { size: { width: 'x' } } })
  const { fields } = problemSchema.parse(response.json())
  expect(fields?.map(({ path }) => path)).toEqual(['body.name', 'body.size.width'])
})

it.each([
  ['no JSON', 'application/json', '{"a', 400, 'invalid_request'],
  ['a poisoned prototype', 'application/json', '{"__proto__":{}}', 400, 'invalid_request'],
  ['no JSON at all', 'application/xml', '<a/>', 415, 'unsupported_media_type'],
  ['too much', 'application/json', `"${'x'.repeat(2000)}"`, 413, 'payload_too_large'],
] as const)('refuses %s', async (_what, type, payload, status, code) => {
  app.post('/', async () => '')
  const response = await app.inject({ method: 'POST', url: '/', payload, headers: { 'content-type': type } })
  expect([response.statusCode, problemSchema.parse(response.json()).code]).toEqual([status, code])
})
