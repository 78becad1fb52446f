import { randomUUID } from 'node:crypto'
import { listMessages } from '@visavis/contracts'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callWithBreakouts, type Member } from '../../../test/breakouts.ts'
import { testCallState } from '../../../test/call-state.ts'
import { join } from '../../../test/people.ts'
import { createTestApi, type TestApi } from '../../../test/test-api.ts'
import { createCallRooms } from '../../platform/call-rooms.ts'
import type { SfuEvent } from '../../platform/sfu.ts'
import { createCalls } from '../calls/calls.service.ts'
import { createReconcile } from '../calls/reconcile.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

const roomOf = (token: string) => decodeJwt<{ video: { room: string } }>(token).video.room
/** Whether the gate lets a token through to the SFU, of which there is none here. */
async function knock(token: string): Promise<boolean> {
  const response = await api.guest().get(`/rtc/validate?access_token=${token}`)
  return response.json().code !== 'entry_refused'
}
const unsaid = { role: '', sources: [] }
async function tell(event: Partial<SfuEvent> & Pick<SfuEvent, 'type' | 'callId'>) {
  api.sfu.webhook = { id: randomUUID(), identity: '', participantSid: 'PA_1', at: new Date(), ...unsaid, ...event }
  const response = await api.guest().request('POST', '/webhooks/livekit', { body: {}, headers: { origin: '' } })
  expect(response.statusCode).toBe(204)
}
const attendance = (id: string) => api.database.prisma.participant.findUniqueOrThrow({ where: { id } })
const callRow = (id: string) => api.database.prisma.call.findUniqueOrThrow({ where: { id } })

async function opened(changes = {}) {
  const call = await callWithBreakouts(api)
  const [paul, sonia] = call.people as [Member, Member]
  const [first = '', second = ''] = await call.plan(changes)
  await call.assign([paul, first], [sonia, second])
  await call.open()
  return { ...call, paul, sonia, first, second }
}

describe('a place', () => {
  it('is one’s own room, and the main call; hosts go everywhere', async () => {
    const { paul, host, go, first, second } = await opened()
    expect((await go(paul, first)).statusCode).toBe(200)
    expect((await go(paul, second)).statusCode).toBe(403)
    expect((await go(paul, randomUUID())).statusCode).toBe(403)
    expect((await go(paul, null)).statusCode).toBe(200)
    for (const room of [first, second, null]) expect((await go(host, room)).statusCode).toBe(200)
  })

  it('is any room where people choose', async () => {
    const { paul, go, first, second } = await opened({ byChoice: true })
    expect((await go(paul, second)).statusCode).toBe(200)
    expect((await go(paul, first)).statusCode).toBe(200)
  })

  it('is nobody’s to change for somebody else, and no room of another call', async () => {
    const [one, other] = [await opened({ byChoice: true }), await opened({ byChoice: true })]
    expect((await one.go({ ...one.sonia, identity: one.paul.identity }, one.first)).statusCode).toBe(403)
    expect((await one.go({ ...one.host, identity: one.paul.identity }, one.first)).statusCode).toBe(403)
    expect((await one.go(one.paul, other.first)).statusCode).toBe(403)
    expect((await one.go(one.host, other.first)).statusCode).toBe(403)
  })

  it('is not to be had before the rooms are open', async () => {
    const call = await callWithBreakouts(api)
    const [paul] = call.people as [Member]
    const [first = ''] = await call.plan({ byChoice: true })
    await call.assign([paul, first])
    expect((await call.go(paul, first)).statusCode).toBe(403)
    expect((await call.go(call.host, first)).statusCode).toBe(403)
  })
})

describe('a token', () => {
  it('opens its place alone, for as long as one is there', async () => {
    const { paul, token, first, callId } = await opened({ byChoice: true })
    const there = await token(paul, first)
    expect(roomOf(there)).toBe(first)
    expect(await knock(there)).toBe(true)
    const back = await token(paul, null)
    expect(roomOf(back)).toBe(callId)
    expect([await knock(there), await knock(back)]).toEqual([false, true])
  })

  it('of one breakout is worth nothing in another, nor to who was sent elsewhere', async () => {
    const { paul, token, assign, read, first, second } = await opened()
    const there = await token(paul, first)
    await assign([paul, second])
    // Until they have gone they are where they were.
    expect(await knock(there)).toBe(true)
    const elsewhere = await token(paul, second)
    expect([await knock(there), await knock(elsewhere)]).toEqual([false, true])
    await assign([paul, null])
    expect(await knock(elsewhere)).toBe(false)
    expect((await read(paul)).own.placeId).toBeNull()
  })

  it('of a removed participant opens neither the breakout nor the main call, and no new one is to be had', async () => {
    const { owner, paul, token, go, callId, first } = await opened()
    const main = await token(paul, null)
    const there = await token(paul, first)
    await api.sfu.ensureRoom(first)
    api.sfu.connect(first, paul.identity)
    await owner.delete(`/calls/${callId}/participants/${paul.identity}`)
    expect([await knock(main), await knock(there)]).toEqual([false, false])
    expect(api.sfu.rooms.get(first)?.has(paul.identity)).toBe(false)
    expect((await go(paul, first)).statusCode).toBe(403)
    expect((await go(paul, null)).statusCode).toBe(403)
  })

  it('of who comes back with the resume secret is that of their place', async () => {
    const { paul, room, token, callId } = await opened({ byChoice: true })
    const browser = api.guest()
    const before = await join(browser, room.slug, { displayName: 'Yann' })
    if (before.outcome !== 'admitted') throw new Error(before.outcome)
    expect(before.breakout).toBeNull()
    const yann = { browser, identity: before.identity }
    const { rooms } = (await browser.get(`/calls/${callId}/breakouts?identity=${yann.identity}`)).json()
    await token(yann, rooms[0].id)
    const resume = { identity: before.identity, secret: before.resumeSecret }
    const after = await join(browser, room.slug, { displayName: 'Yann', resume })
    if (after.outcome !== 'admitted') throw new Error(after.outcome)
    expect(after.breakout).toEqual({ id: rooms[0].id, name: 'Salle 1' })
    expect([roomOf(after.token), after.callId]).toEqual([rooms[0].id, callId])
    expect(paul.identity).not.toBe(after.identity)
  })
})

describe('the SFU’s word', () => {
  it('that somebody has gone from the main call to a breakout ends no attendance', async () => {
    const { paul, token, callId, first } = await opened()
    await tell({ type: 'participant_joined', callId, identity: paul.identity, participantSid: 'PA_main' })
    await token(paul, first)
    await tell({ type: 'participant_joined', callId: first, identity: paul.identity, participantSid: 'PA_there' })
    await tell({ type: 'participant_left', callId, identity: paul.identity, participantSid: 'PA_main' })
    expect((await attendance(paul.identity)).leftAt).toBeNull()
    await tell({ type: 'participant_left', callId: first, identity: paul.identity, participantSid: 'PA_there' })
    expect((await attendance(paul.identity)).leftAt).not.toBeNull()
  })

  it('that somebody is in a breakout which is not their place puts them out of it', async () => {
    const { sonia, first } = await opened()
    await api.sfu.ensureRoom(first)
    api.sfu.connect(first, sonia.identity)
    await tell({ type: 'participant_joined', callId: first, identity: sonia.identity, participantSid: 'PA_x' })
    expect(api.sfu.rooms.get(first)?.has(sonia.identity)).toBe(false)
    expect((await attendance(sonia.identity)).sfuSid).toBeNull()
  })

  it('that the main call is empty does not end it while there is a breakout, and ends it after the last', async () => {
    const { callId, first } = await opened()
    await api.sfu.ensureRoom(first)
    await api.sfu.endRoom(callId)
    await tell({ type: 'room_finished', callId })
    expect((await callRow(callId)).endedAt).toBeNull()
    await api.sfu.endRoom(first)
    await tell({ type: 'room_finished', callId: first })
    expect((await callRow(callId)).endedAt).not.toBeNull()
  })
})

describe('reconciliation', () => {
  const reconcile = (now?: Date) => {
    const { database, sfu, events } = api
    const { prisma } = database
    const rooms = createCallRooms(prisma)
    const { close } = createCalls({ prisma, sfu, rooms, events, audit: async () => {} })
    const { changedBy } = testCallState(api)
    const nothing = async () => {}
    const others = { alignPermissions: nothing, forgetMessages: nothing, forgetReports: nothing, tidyLobbies: nothing }
    return createReconcile({ database, sfu, rooms, close, changedBy, ...others })(now)
  }
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000)

  it('counts who is in a breakout as there, and puts out who should be elsewhere', async () => {
    const { paul, sonia, token, callId, first } = await opened()
    await token(paul, first)
    await api.sfu.ensureRoom(first)
    for (const { identity } of [paul, sonia]) api.sfu.connect(first, identity)
    await api.sfu.endRoom(callId)
    await reconcile(inMinutes(2))
    await reconcile(inMinutes(4))
    expect((await callRow(callId)).endedAt).toBeNull()
    expect((await attendance(paul.identity)).leftAt).toBeNull()
    expect((await attendance(sonia.identity)).leftAt).not.toBeNull()
    expect([...(api.sfu.rooms.get(first) ?? [])]).toEqual([paul.identity])
  })

  it('ends the rooms of a breakout that is not open', async () => {
    const { settle, recall, callId, first } = await opened()
    await recall('once')
    await settle(inMinutes(1))
    await api.sfu.ensureRoom(first)
    await reconcile(inMinutes(2))
    expect(api.sfu.rooms.has(first)).toBe(false)
    expect(api.sfu.rooms.has(callId)).toBe(true)
  })
})

it('a hand that is raised in a breakout stands in the queue of that place', async () => {
  const { paul, sonia, host, token, callId, first } = await opened()
  await token(paul, first)
  await api.sfu.ensureRoom(first)
  const raise = async ({ browser, identity }: Member) =>
    (await browser.put(`/calls/${callId}/participants/${identity}/hand`)).json()
  const queue = async ({ browser, identity }: Member) =>
    (await browser.get(`/calls/${callId}/state?identity=${identity}`)).json().hands.length
  expect((await raise(paul)).hands).toMatchObject([{ identity: paul.identity }])
  expect((await raise(sonia)).hands).toMatchObject([{ identity: sonia.identity }])
  expect([await queue(paul), await queue(sonia), await queue(host)]).toEqual([1, 1, 1])
  const told = api.sfu.sent.findLast((sent) => sent.callId === first)?.payload
  expect(told).toMatchObject({ hands: [{ identity: paul.identity }] })
  // It comes along, and those who are there are told.
  await token(paul, null)
  const toldMain = api.sfu.sent.findLast((sent) => sent.callId === callId)?.payload
  expect(toldMain).toMatchObject({ hands: [{ identity: paul.identity }, { identity: sonia.identity }] })
  expect(await queue(host)).toBe(2)
})

describe('what is written in a breakout', () => {
  it('is read there, by a host who visits too, and nowhere else', async () => {
    const { paul, sonia, host, token, callId, first, second } = await opened()
    const path = `/calls/${callId}/messages`
    const write = ({ browser, identity }: Member, text: string, replyToId?: string) =>
      browser.post(path, { identity, text, ...(replyToId && { replyToId }) })
    const read = async ({ browser, identity }: Member) =>
      listMessages.response
        .parse((await browser.get(`${path}?identity=${identity}`)).json())
        .items.map(({ text }) => text)
    await write(host, 'À tous')
    await token(paul, first)
    await token(sonia, second)
    await api.sfu.ensureRoom(first)
    const { id } = (await write(paul, 'Entre nous')).json()
    expect(api.sfu.sent.findLast(({ topic }) => topic === 'chat')?.callId).toBe(first)
    expect(await read(paul)).toEqual(['Entre nous'])
    expect(await read(sonia)).toEqual([])
    expect(await read(host)).toEqual(['À tous'])
    expect((await write(sonia, 'Je réponds', id)).statusCode).toBe(404)
    await token(host, first)
    expect(await read(host)).toEqual(['Entre nous'])
    await token(paul, null)
    expect(await read(paul)).toEqual(['À tous'])
  })

  it('is reacted to there alone', async () => {
    const { paul, token, callId, first } = await opened()
    await token(paul, first)
    await api.sfu.ensureRoom(first)
    await paul.browser.post(`/calls/${callId}/reactions`, { identity: paul.identity, reaction: 'yes' })
    expect(api.sfu.sent.findLast(({ topic }) => topic === 'reaction')?.callId).toBe(first)
  })
})
