import { afterAll, beforeAll, expect, it } from 'vitest'
import { enter, makeRoom } from '../../../test/people.ts'
import { createTestApi, type TestApi } from '../../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi({ MUTE_ON_ENTRY_FROM: '2' })
})
afterAll(() => api.close())

async function callWithHost(of = api) {
  const owner = await of.agent()
  const { slug } = await makeRoom(of, owner.user.id, { accessLevel: 'open' })
  await enter(owner, slug)
  const comeIn = (body: object = {}, browser = of.guest()) => enter(browser, slug, { displayName: 'Paul', ...body })
  return { owner, slug, comeIn }
}

const update = (where: object, data: object) => api.database.prisma.participant.updateMany({ where, data })

it('is told whoever comes to as many as are configured, and nobody before them', async () => {
  const { comeIn } = await callWithHost()
  expect((await comeIn()).entersMuted).toBe(false)
  expect((await comeIn()).entersMuted).toBe(true)
})

it('is no host’s', async () => {
  const { owner, slug, comeIn } = await callWithHost()
  await comeIn()
  const cohost = await api.agent()
  await owner.put(`/rooms/${slug}/members`, { email: cohost.user.email, role: 'cohost' })
  for (const host of [owner, cohost]) expect((await enter(host, slug)).entersMuted).toBe(false)
})

it('counts who is there or on the way, not who has left, was put out or never came', async () => {
  const { comeIn } = await callWithHost()
  const { identity: id, callId } = await comeIn()
  const long = new Date(Date.now() - 120_000)
  for (const gone of [{ joinedAt: long, leftAt: new Date() }, { removedAt: new Date() }, { admittedAt: long }]) {
    await update({ id }, { joinedAt: null, leftAt: null, removedAt: null, admittedAt: new Date(), ...gone })
    const next = await comeIn()
    expect([gone, next.entersMuted]).toEqual([gone, false])
    await api.database.prisma.participant.delete({ where: { id: next.identity } })
  }
  await update({ callId }, { admittedAt: long, joinedAt: long, removedAt: null })
  expect((await comeIn()).entersMuted).toBe(true)
})

it('is not for who comes back: they are as they were', async () => {
  const { comeIn } = await callWithHost()
  const paul = api.guest()
  const { identity, resumeSecret: secret } = await comeIn({}, paul)
  await comeIn()
  expect((await comeIn({ resume: { identity, secret } }, paul)).entersMuted).toBe(false)
})

it('can be switched off', async () => {
  const never = await createTestApi({ MUTE_ON_ENTRY_FROM: '0' })
  const { comeIn } = await callWithHost(never)
  await comeIn()
  expect((await comeIn()).entersMuted).toBe(false)
  await never.close()
})
