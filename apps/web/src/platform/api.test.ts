import { createRoom, getMe, listRooms, logout, updateRoom } from '@visavis/contracts'
import { expect, test, vi } from 'vitest'
import { answer, mockApi, problemResponse } from '../test/mock-api.ts'
import { sampleAgent, sampleRoom } from '../test/samples.ts'
import { callApi, urlOf } from './api.ts'

const respond = (response: unknown) =>
  vi.stubGlobal('fetch', () => (response instanceof Response ? Promise.resolve(response) : Promise.reject(response)))

test('params are escaped, and empty parts of a query are left out', () => {
  expect(urlOf(updateRoom, { params: { slug: 'a/b' } })).toBe('/api/v1/rooms/a%2Fb')
  expect(urlOf(listRooms, { query: { search: 'é&', cursor: undefined, limit: 5 } })).toBe(
    '/api/v1/rooms?search=%C3%A9%26&limit=5',
  )
  expect(urlOf(listRooms, { query: { search: '' } })).toBe('/api/v1/rooms')
})

test('an answer comes back parsed by its contract, without what the contract does not know', async () => {
  respond(Response.json({ agent: { ...sampleAgent, secret: 'x' } }))
  expect(await callApi(getMe, {})).toEqual({ agent: sampleAgent })
})

test('a body goes out as JSON, and an endpoint without one sends none', async () => {
  const api = mockApi()
  api.on(createRoom, () => answer(createRoom, sampleRoom()))
  api.on(logout, () => answer(logout, { redirectTo: '/' }))
  await callApi(createRoom, { body: { name: 'Weekly' } })
  await callApi(logout, {})
  expect(api.asked(createRoom)).toMatchObject([{ body: { name: 'Weekly' } }])
  expect(api.asked(logout)).toMatchObject([{ body: undefined }])
})

test('a problem keeps code, status, request id and patience', async () => {
  respond(problemResponse('rate_limited', { retryAfterSeconds: 7 }))
  await expect(callApi(getMe, {})).rejects.toMatchObject({
    code: 'rate_limited',
    status: 429,
    requestId: 'req-42',
    retryAfterSeconds: 7,
  })
})

test.each([
  ['no answer at all', new TypeError('Failed to fetch'), 'network'],
  ['a proxy that cannot reach the API', new Response('<h1>Bad gateway</h1>', { status: 502 }), 'network'],
  ['an answer that is not JSON', new Response('<html>'), 'unreadable_response'],
  ['an answer that breaks the contract', Response.json({ agent: { id: 7 } }), 'unreadable_response'],
  [
    'an answer that breaks off',
    Object.assign(new Response(), { text: () => Promise.reject(new TypeError('cut')) }),
    'network',
  ],
  ['an error that is no problem of ours', new Response('no', { status: 418 }), 'unreadable_response'],
])('%s has its own code', async (_, response, code) => {
  respond(response)
  await expect(callApi(getMe, {})).rejects.toMatchObject({ name: 'ProblemError', code })
})

test('a request that we gave up ourselves is no network failure', async () => {
  const controller = new AbortController()
  controller.abort()
  respond(new DOMException('aborted', 'AbortError'))
  await expect(callApi(getMe, { signal: controller.signal })).rejects.toMatchObject({ name: 'AbortError' })
})
