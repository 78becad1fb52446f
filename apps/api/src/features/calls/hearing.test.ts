import { randomUUID } from 'node:crypto'
import { confirmHearing, type HearingState } from '@visavis/contracts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { enter, makeRoom } from '../../../test/people.ts'
import { createTestApi, type TestApi, type TestBrowser } from '../../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

async function callOf(guests: number) {
  const owner = await api.agent()
  const room = await makeRoom(api, owner.user.id, { accessLevel: 'open' })
  const { callId, identity: host } = await enter(owner, room.slug)
  const all: { browser: TestBrowser; identity: string }[] = [{ browser: owner, identity: host }]
  for (let n = 0; n < guests; n++) {
    const browser = api.guest()
    all.push({ browser, identity: (await enter(browser, room.slug, { displayName: `Guest ${n}` })).identity })
  }
  await api.database.prisma.participant.updateMany({ where: { callId }, data: { joinedAt: new Date() } })
  const confirm = (browser: TestBrowser, identity: string, heard: { identity: string; state: HearingState }[] = []) =>
    browser.put(`/calls/${callId}/participants/${identity}/hearing`, { heard })
  const told = () => api.sfu.sent.filter((message) => message.callId === callId)
  return { owner, callId, all, confirm, told }
}

it('gives everybody five to listen to, and those who have left to nobody', async () => {
  const { all, confirm } = await callOf(7)
  const ask = async () => {
    const lists = await Promise.all(all.map(({ browser, identity }) => confirm(browser, identity)))
    return lists.map((answer) => confirmHearing.response.parse(answer.json()).listenTo)
  }
  const lists = await ask()
  expect(lists.map((list) => list.length)).toEqual(all.map(() => 5))
  const gone = all.at(-1)?.identity ?? ''
  expect(lists.filter((list) => list.includes(gone))).toHaveLength(5)
  await api.database.prisma.participant.update({ where: { id: gone }, data: { leftAt: new Date() } })
  expect((await ask()).flat()).not.toContain(gone)
})

it('tells a speaker, and nobody else, who does not hear them; to be heard goes without saying', async () => {
  const { all, confirm, told, callId } = await callOf(1)
  const [host, guest] = all
  if (!host || !guest) throw new Error('nobody is there')
  const say = (state: HearingState) => confirm(guest.browser, guest.identity, [{ identity: host.identity, state }])
  expect((await say('heard')).json()).toEqual({ listenTo: [host.identity] })
  expect(told()).toEqual([])
  for (const state of ['unheard', 'lost', 'healed'] as const) {
    expect((await say(state)).statusCode).toBe(200)
    const payload = { by: guest.identity, state, of: 1 }
    expect(told().at(-1)).toEqual({ callId, topic: 'hearing', payload, to: [host.identity] })
  }
})

it('passes on nothing about who is not one’s to listen to', async () => {
  const { all, confirm, told } = await callOf(7)
  const [first] = all
  if (!first) throw new Error('nobody is there')
  const { listenTo } = confirmHearing.response.parse((await confirm(first.browser, first.identity)).json())
  const others = all.map(({ identity }) => identity).filter((identity) => !listenTo.includes(identity))
  const heard = [...others, randomUUID()].map((identity) => ({ identity, state: 'lost' as const }))
  expect((await confirm(first.browser, first.identity, heard)).statusCode).toBe(200)
  expect(told()).toEqual([])
})

it('is one’s own word only, of no other call, and as short as it may be', async () => {
  const { owner, all, confirm } = await callOf(1)
  const elsewhere = await callOf(1)
  const [host, guest] = all
  if (!host || !guest) throw new Error('nobody is there')
  expect((await confirm(guest.browser, host.identity)).statusCode).toBe(403)
  expect((await confirm(api.guest(), guest.identity)).statusCode).toBe(403)
  expect((await elsewhere.confirm(guest.browser, guest.identity)).statusCode).toBe(403)
  const six = Array.from({ length: 6 }, () => ({ identity: randomUUID(), state: 'lost' as const }))
  expect((await confirm(owner, host.identity, six)).statusCode).toBe(400)
})

it('is limited, and says so while the SFU is away', async () => {
  const { all, confirm } = await callOf(1)
  const [host, guest] = all
  if (!host || !guest) throw new Error('nobody is there')
  api.sfu.away = true
  const away = await confirm(guest.browser, guest.identity, [{ identity: host.identity, state: 'lost' }])
  api.sfu.away = false
  expect(away.statusCode).toBe(503)
  const { points } = api.config.rateLimits.hearingPerSession
  for (let n = 0; n < points; n++) expect((await confirm(host.browser, host.identity)).statusCode).toBe(200)
  expect((await confirm(host.browser, host.identity)).statusCode).toBe(429)
})
