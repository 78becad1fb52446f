import { afterAll, beforeAll, expect, it } from 'vitest'
import { enter, join, makeRoom } from '../../../test/people.ts'
import { createTestApi, type TestApi, type TestBrowser } from '../../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

const denied = { outcome: 'denied', reason: 'refused' }

async function deny(host: TestBrowser, browser: TestBrowser, slug: string) {
  const outcome = await join(browser, slug, { displayName: 'Paul' })
  if (outcome.outcome !== 'waiting') throw new Error(`expected to wait: ${outcome.outcome}`)
  await host.post(`/rooms/${slug}/lobby/decisions`, { decision: 'deny', entryIds: [outcome.entryId] })
}

it('holds for the call, whatever the name, and is forgotten with it', async () => {
  const owner = await api.agent()
  const room = await makeRoom(api, owner.user.id)
  const { callId } = await enter(owner, room.slug)
  const paul = api.guest()
  await deny(owner, paul, room.slug)
  expect(await join(paul, room.slug, { displayName: 'Other Name' })).toEqual(denied)
  // Without its cookie a browser is somebody else, who waits like anybody: a room that must be sure is for members.
  expect((await join(api.guest(), room.slug, { displayName: 'Paul' })).outcome).toBe('waiting')
  await owner.post(`/calls/${callId}/end`)
  await enter(owner, room.slug)
  expect((await join(paul, room.slug, { displayName: 'Paul' })).outcome).toBe('waiting')
})

it('from before the call holds in the call that begins next, and in no later one', async () => {
  const owner = await api.agent()
  const room = await makeRoom(api, owner.user.id)
  const paul = api.guest()
  await deny(owner, paul, room.slug)
  expect(await join(paul, room.slug, { displayName: 'Paul' })).toEqual(denied)
  const { callId } = await enter(owner, room.slug)
  expect(await join(paul, room.slug, { displayName: 'Paul' })).toEqual(denied)
  await owner.post(`/calls/${callId}/end`)
  expect((await join(paul, room.slug, { displayName: 'Paul' })).outcome).toBe('waiting')
})

it('is an agent’s at every browser, in that room alone, until they are made a member', async () => {
  const owner = await api.agent()
  const room = await makeRoom(api, owner.user.id, { accessLevel: 'restricted' })
  const other = await makeRoom(api, owner.user.id, { accessLevel: 'restricted' })
  await enter(owner, room.slug)
  const karim = await api.agent()
  const elsewhere = await api.anotherBrowserOf(karim.user)
  await deny(owner, karim, room.slug)
  expect(await join(elsewhere, room.slug)).toEqual(denied)
  expect((await join(elsewhere, other.slug)).outcome).toBe('waiting')
  expect((await join(await api.agent(), room.slug)).outcome).toBe('waiting')
  await owner.put(`/rooms/${room.slug}/members`, { email: karim.user.email, role: 'member' })
  expect((await join(elsewhere, room.slug)).outcome).toBe('admitted')
})
