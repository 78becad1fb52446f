import { randomUUID } from 'node:crypto'
import { callStateSchema, roomSettingsSchema } from '@visavis/contracts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testCallState } from '../../../test/call-state.ts'
import { enter, makeRoom } from '../../../test/people.ts'
import { createTestApi, type TestApi, type TestBrowser } from '../../../test/test-api.ts'

const asMade = { locked: false, accessLevel: 'open', settings: roomSettingsSchema.parse({}), breakouts: null }

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

async function callOfTwo() {
  const owner = await api.agent()
  const room = await makeRoom(api, owner.user.id, { accessLevel: 'open' })
  const paul = api.guest()
  const host = await enter(owner, room.slug)
  const guest = await enter(paul, room.slug, { displayName: 'Paul' })
  return { owner, paul, room, host, guest, callId: host.callId }
}
const ask = (browser: TestBrowser, callId: string) => browser.get(`/calls/${callId}/state`)

it('is for who is in the call, and for them as long as it is on and they may be', async () => {
  const { owner, paul, guest, callId } = await callOfTwo()
  const other = await callOfTwo()
  expect((await ask(paul, callId)).json()).toEqual({ revision: 0, hands: [], spotlight: null, ...asMade })
  for (const stranger of [api.guest(), await api.agent(), other.paul, other.owner]) {
    expect((await ask(stranger, callId)).statusCode).toBe(403)
  }
  await owner.delete(`/calls/${callId}/participants/${guest.identity}`)
  expect((await ask(paul, callId)).statusCode).toBe(403)
  expect((await ask(owner, callId)).statusCode).toBe(200)
  await owner.post(`/calls/${callId}/end`)
  expect((await ask(owner, callId)).statusCode).toBe(403)
})

it('is refused to an agent who has signed out in the browser of the call, and to a disabled one', async () => {
  const { owner, callId } = await callOfTwo()
  const other = await callOfTwo()
  await owner.post('/auth/logout')
  expect((await ask(owner, callId)).statusCode).toBe(403)
  await api.database.prisma.user.update({ where: { id: other.owner.user.id }, data: { disabledAt: new Date() } })
  expect((await ask(other.owner, other.callId)).statusCode).toBe(403)
})

it('is told to everybody when it changes, with a greater revision, also while the SFU is away', async () => {
  const { owner, host, callId } = await callOfTwo()
  const { sfu } = api
  const state = testCallState(api)
  await state.change(callId, (tx) => tx.call.update({ where: { id: callId }, data: { spotlight: host.identity } }))
  const { topic, payload } = sfu.sent.findLast((message) => message.callId === callId) ?? {}
  expect(topic).toBe('state')
  expect(callStateSchema.parse(payload)).toEqual({ revision: 1, hands: [], spotlight: host.identity, ...asMade })
  sfu.away = true
  await state.change(callId, (tx) => tx.call.update({ where: { id: callId }, data: { spotlight: null } }))
  sfu.away = false
  expect((await ask(owner, callId)).json()).toEqual({ revision: 2, hands: [], spotlight: null, ...asMade })
})

it('is told by its revision alone where so many hands are up that it would not go into a message', async () => {
  const { owner, host, callId } = await callOfTwo()
  const { sfu, database } = api
  const state = testCallState(api)
  const bytesTold = () => JSON.stringify(sfu.sent.findLast((message) => message.callId === callId)?.payload).length
  async function withHands(count: number) {
    const raised = Array.from({ length: count }, (_, n) => ({
      id: randomUUID(),
      callId,
      displayName: `Guest ${n}`,
      role: 'participant' as const,
      sessionHash: '',
      resumeHash: '',
      handRaisedAt: new Date(Date.now() + n),
    }))
    await database.prisma.participant.createMany({ data: raised })
    return await state.change(callId, (tx) =>
      tx.call.update({ where: { id: callId }, data: { spotlight: host.identity } }),
    )
  }
  const { hands } = await withHands(140)
  expect(callStateSchema.parse(sfu.sent.findLast((message) => message.callId === callId)?.payload).hands).toEqual(hands)
  expect(bytesTold()).toBeLessThan(15_000)

  await withHands(160)
  expect(sfu.sent.findLast((message) => message.callId === callId)?.payload).toEqual({ revision: 2 })
  expect(callStateSchema.parse((await ask(owner, callId)).json())).toMatchObject({
    revision: 2,
    spotlight: host.identity,
  })
  expect((await ask(owner, callId)).json().hands).toHaveLength(300)
})
