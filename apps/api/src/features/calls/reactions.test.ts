import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { enter, makeRoom } from '../../../test/people.ts'
import { createTestApi, type TestApi } from '../../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

async function guestInCall() {
  const owner = await api.agent()
  const room = await makeRoom(api, owner.user.id, { accessLevel: 'open' })
  const { callId, identity: hostIdentity } = await enter(owner, room.slug)
  const paul = api.guest()
  const { identity } = await enter(paul, room.slug, { displayName: 'Paul' })
  const react = (body: object, call = callId) => paul.post(`/calls/${call}/reactions`, body)
  return { owner, react, callId, identity, hostIdentity }
}

it('reaches everybody, and is kept nowhere', async () => {
  const { react, callId, identity } = await guestInCall()
  expect((await react({ identity, reaction: 'applause' })).statusCode).toBe(204)
  expect(api.sfu.sent.at(-1)).toEqual({ callId, topic: 'reaction', payload: { identity, reaction: 'applause' } })
})

it('is nobody else’s, of no other call and no other sort', async () => {
  const { owner, react, callId, identity, hostIdentity } = await guestInCall()
  const sent = api.sfu.sent.length
  expect((await react({ identity: hostIdentity, reaction: 'yes' })).statusCode).toBe(403)
  expect((await react({ identity, reaction: 'yes' }, randomUUID())).statusCode).toBe(403)
  expect((await react({ identity, reaction: '<b>' })).statusCode).toBe(400)
  await owner.delete(`/calls/${callId}/participants/${identity}`)
  expect((await react({ identity, reaction: 'yes' })).statusCode).toBe(403)
  expect(api.sfu.sent.length).toBe(sent)
})

it('is limited: a flood is refused', async () => {
  const { react, identity, callId } = await guestInCall()
  const answers = await Promise.all(Array.from({ length: 20 }, () => react({ identity, reaction: 'party' })))
  const { points } = api.config.rateLimits.reactionsPerSession
  expect(answers.filter(({ statusCode }) => statusCode === 204)).toHaveLength(points)
  expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(20 - points)
  expect(api.sfu.sent.filter((message) => message.callId === callId)).toHaveLength(points)
})

it('says so while the SFU is away', async () => {
  const { react, identity } = await guestInCall()
  api.sfu.away = true
  const response = await react({ identity, reaction: 'thanks' })
  api.sfu.away = false
  expect(response.statusCode).toBe(503)
})
