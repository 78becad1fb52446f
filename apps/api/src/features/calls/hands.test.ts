import { randomUUID } from 'node:crypto'
import { type CallState, callStateSchema, trackSources } from '@visavis/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enter, makeRoom } from '../../../test/people.ts'
import { createTestApi, type TestApi, type TestBrowser } from '../../../test/test-api.ts'
import type { SfuEvent } from '../../platform/sfu.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

async function callOfThree() {
  const owner = await api.agent()
  const room = await makeRoom(api, owner.user.id, { accessLevel: 'open' })
  const [paul, sonia] = [api.guest(), api.guest()]
  const host = await enter(owner, room.slug)
  const guest = await enter(paul, room.slug, { displayName: 'Paul' })
  const other = await enter(sonia, room.slug, { displayName: 'Sonia' })
  return { owner, paul, sonia, room, host, guest, other, callId: host.callId }
}

const handOf = ({ callId, identity }: { callId: string; identity: string }) =>
  `/calls/${callId}/participants/${identity}/hand`
const raise = (browser: TestBrowser, who: { callId: string; identity: string }) => browser.put(handOf(who))
const lower = (browser: TestBrowser, who: { callId: string; identity: string }) => browser.delete(handOf(who))
const spotlight = (browser: TestBrowser, callId: string, identity: string | null) =>
  browser.put(`/calls/${callId}/spotlight`, { identity })

const read = async (browser: TestBrowser, callId: string) =>
  callStateSchema.parse((await browser.get(`/calls/${callId}/state`)).json())
const queue = ({ hands }: CallState) => hands.map(({ identity }) => identity)
const told = (callId: string) => callStateSchema.parse(api.sfu.sent.findLast((sent) => sent.callId === callId)?.payload)

async function tell(event: Partial<SfuEvent> & Pick<SfuEvent, 'type' | 'callId'>) {
  const unsaid = { identity: '', participantSid: 'PA_1', role: '', sources: trackSources, at: new Date() }
  api.sfu.webhook = { id: randomUUID(), ...unsaid, ...event }
  const response = await api.guest().request('POST', '/webhooks/livekit', { body: {}, headers: { origin: '' } })
  expect(response.statusCode).toBe(204)
}

describe('hands', () => {
  it('stand in the order in which they went up; one that is up keeps its place', async () => {
    const { paul, sonia, owner, guest, other, callId } = await callOfThree()
    expect((await raise(paul, guest)).statusCode).toBe(200)
    await raise(sonia, other)
    const again = callStateSchema.parse((await raise(paul, guest)).json())
    expect(queue(again)).toEqual([guest.identity, other.identity])
    expect(again).toEqual(await read(owner, callId))
    expect(told(callId)).toEqual(again)

    await lower(paul, guest)
    expect(queue(await read(owner, callId))).toEqual([other.identity])
    await raise(paul, guest)
    expect(queue(await read(owner, callId))).toEqual([other.identity, guest.identity])
  })

  it('have one order when they go up at once, the same for everybody', async () => {
    const { owner, paul, sonia, host, guest, other, callId } = await callOfThree()
    await Promise.all([raise(paul, guest), raise(sonia, other), raise(owner, host)])
    const { hands, revision } = await read(owner, callId)
    expect(revision).toBe(3)
    expect(new Set(hands.map(({ raisedAt }) => raisedAt)).size).toBe(3)
    expect((await read(paul, callId)).hands).toEqual(hands)
  })

  it('are raised by nobody else, whoever asks', async () => {
    const { owner, paul, sonia, guest, other, callId } = await callOfThree()
    const elsewhere = await callOfThree()
    expect((await raise(paul, other)).statusCode).toBe(403)
    expect((await raise(owner, guest)).statusCode).toBe(403)
    expect((await raise(paul, elsewhere.guest)).statusCode).toBe(403)
    expect((await raise(paul, { callId: elsewhere.callId, identity: guest.identity })).statusCode).toBe(403)
    await owner.delete(`/calls/${callId}/participants/${guest.identity}`)
    expect((await raise(paul, guest)).statusCode).toBe(403)
    expect((await read(sonia, callId)).hands).toEqual([])
  })

  it('are lowered by their own people and by hosts, who answer for it', async () => {
    const { owner, paul, sonia, guest, other, callId } = await callOfThree()
    await raise(paul, guest)
    await raise(sonia, other)
    expect((await lower(paul, other)).statusCode).toBe(403)
    expect((await paul.delete(`/calls/${callId}/hands`)).statusCode).toBe(403)
    expect(queue(await read(paul, callId))).toEqual([guest.identity, other.identity])

    expect(queue(callStateSchema.parse((await lower(owner, guest)).json()))).toEqual([other.identity])
    expect((await lower(owner, { callId, identity: randomUUID() })).statusCode).toBe(404)
    expect((await owner.delete(`/calls/${callId}/hands`)).json()).toMatchObject({ hands: [] })
    const actions = await api.database.prisma.auditEvent.findMany({ where: { actorId: owner.user.id } })
    expect(actions.map(({ action, subjectId }) => [action, subjectId])).toEqual([
      ['hand.lowered', guest.identity],
      ['hands.lowered', callId],
    ])
  })

  it('of a browser with two tabs are two', async () => {
    const { paul, guest, room, callId } = await callOfThree()
    const tab = await enter(paul, room.slug, { displayName: 'Paul' })
    await raise(paul, guest)
    await raise(paul, tab)
    await lower(paul, guest)
    expect(queue(await read(paul, callId))).toEqual([tab.identity])
  })

  it('go down with who leaves or is removed, and come back up in their place with who returns', async () => {
    const { owner, paul, sonia, guest, other, callId } = await callOfThree()
    await tell({ type: 'participant_joined', callId, identity: guest.identity })
    await raise(paul, guest)
    await raise(sonia, other)
    await tell({ type: 'participant_left', callId, identity: guest.identity })
    expect(queue(told(callId))).toEqual([other.identity])
    await tell({ type: 'participant_joined', callId, identity: guest.identity, participantSid: 'PA_2' })
    expect(queue(told(callId))).toEqual([guest.identity, other.identity])
    await owner.delete(`/calls/${callId}/participants/${guest.identity}`)
    expect(queue(await read(owner, callId))).toEqual([other.identity])
  })

  it('are down for good once the call is over', async () => {
    const { owner, paul, guest, callId } = await callOfThree()
    await raise(paul, guest)
    await owner.post(`/calls/${callId}/end`)
    const { prisma } = api.database
    expect(await prisma.participant.count({ where: { callId, handRaisedAt: { not: null } } })).toBe(0)
    expect((await raise(paul, guest)).statusCode).toBe(403)
  })

  it('cannot be waved without end', async () => {
    const { paul, guest } = await callOfThree()
    const { points } = api.config.rateLimits.handsPerSession
    for (let n = 0; n < points; n++) expect((await raise(paul, guest)).statusCode).toBe(200)
    expect((await raise(paul, guest)).statusCode).toBe(429)
  })
})

describe('the spotlight', () => {
  it('is a host’s, on somebody of this call, and goes out while they are away', async () => {
    const { owner, paul, guest, callId } = await callOfThree()
    const elsewhere = await callOfThree()
    await tell({ type: 'participant_joined', callId, identity: guest.identity })
    expect((await spotlight(paul, callId, guest.identity)).statusCode).toBe(403)
    for (const stranger of [randomUUID(), elsewhere.guest.identity]) {
      expect((await spotlight(owner, callId, stranger)).statusCode).toBe(404)
    }
    expect((await spotlight(owner, callId, 'somebody')).statusCode).toBe(400)
    expect((await spotlight(owner, callId, guest.identity)).json()).toMatchObject({ spotlight: guest.identity })
    expect(told(callId).spotlight).toBe(guest.identity)
    await tell({ type: 'participant_left', callId, identity: guest.identity })
    expect(told(callId).spotlight).toBeNull()
    await tell({ type: 'participant_joined', callId, identity: guest.identity, participantSid: 'PA_2' })
    expect(told(callId).spotlight).toBe(guest.identity)
    expect((await spotlight(owner, callId, null)).json()).toMatchObject({ spotlight: null })
    const where = { actorId: owner.user.id, action: 'spotlight.set' }
    expect(await api.database.prisma.auditEvent.count({ where })).toBe(2)
  })
})
