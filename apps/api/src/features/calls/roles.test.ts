import { randomUUID } from 'node:crypto'
import { listMembers, moderationNewsSchema, trackSources } from '@visavis/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enter, makeRoom } from '../../../test/people.ts'
import { createTestApi, type TestApi, type TestBrowser } from '../../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

async function callOfThree() {
  const [owner, karim] = [await api.agent(), await api.agent()]
  const room = await makeRoom(api, owner.user.id, { accessLevel: 'open' })
  const paul = api.guest()
  const host = await enter(owner, room.slug)
  const agent = await enter(karim, room.slug)
  const guest = await enter(paul, room.slug, { displayName: 'Paul' })
  for (const { callId, identity } of [host, agent, guest]) api.sfu.connect(callId, identity)
  return { owner, karim, paul, room, host, agent, guest, callId: host.callId }
}

type Someone = { callId: string; identity: string }
async function setRole(browser: TestBrowser, { callId, identity }: Someone, role: 'cohost' | 'participant') {
  const response = await browser.put(`/calls/${callId}/participants/${identity}/role`, { role })
  return response.statusCode
}
const handOver = (browser: TestBrowser, callId: string, identity: string) =>
  browser.put(`/calls/${callId}/owner`, { identity })
const mute = async (browser: TestBrowser, { callId, identity }: Someone) =>
  (await browser.post(`/calls/${callId}/participants/${identity}/stop`, { source: 'microphone' })).statusCode
const participant = (id: string) => api.database.prisma.participant.findUniqueOrThrow({ where: { id } })
const membersOf = (roomId: string) =>
  api.database.prisma.roomMember.findMany({ where: { roomId }, select: { userId: true, role: true } })
const rolesTold = ({ identity }: Someone) =>
  api.sfu.sent.flatMap(({ topic, payload, to }) => {
    if (topic !== 'moderation' || !to?.includes(identity)) return []
    const news = moderationNewsSchema.parse(payload)
    return news.kind === 'role' ? [news.role] : []
  })

async function arrives({ callId, identity }: Someone, role: string) {
  api.sfu.connect(callId, identity)
  api.sfu.webhook = {
    id: randomUUID(),
    type: 'participant_joined',
    callId,
    identity,
    participantSid: 'PA_1',
    sources: trackSources,
    role,
    at: new Date(),
  }
  await api.guest().request('POST', '/webhooks/livekit', { body: {}, headers: { origin: '' } })
}

describe('a co-host', () => {
  it('is made at once, everywhere, and unmade as quickly', async () => {
    const { owner, karim, room, agent, guest, callId } = await callOfThree()
    expect(await mute(karim, guest)).toBe(403)
    expect(await setRole(owner, agent, 'cohost')).toBe(204)
    expect(await mute(karim, guest)).toBe(204)
    expect(api.sfu.roles.get(agent.identity)).toBe('cohost')
    expect((await participant(agent.identity)).role).toBe('cohost')
    expect((await enter(karim, room.slug)).role).toBe('cohost')
    expect(await membersOf(room.id)).toEqual([{ userId: karim.user.id, role: 'cohost' }])

    expect(await setRole(owner, agent, 'participant')).toBe(204)
    expect(await mute(karim, guest)).toBe(403)
    expect((await karim.post(`/calls/${callId}/end`)).statusCode).toBe(403)
    expect((await karim.get(`/rooms/${room.slug}/members`)).statusCode).toBe(403)
    expect(api.sfu.roles.get(agent.identity)).toBe('participant')
    expect((await participant(agent.identity)).role).toBe('participant')
    expect((await enter(karim, room.slug)).role).toBe('participant')
    expect(await membersOf(room.id)).toEqual([])
    expect(rolesTold(agent)).toEqual(['cohost', 'participant'])
    const where = { action: 'participant.role', subjectId: karim.user.id, actorId: owner.user.id }
    const events = await api.database.prisma.auditEvent.findMany({ where, orderBy: { id: 'asc' } })
    expect(events.map(({ details }) => details)).toEqual([
      { callId, role: 'cohost' },
      { callId, role: 'participant' },
    ])
  })

  it('who was a member before is one again', async () => {
    const { owner, karim, room, agent } = await callOfThree()
    await owner.put(`/rooms/${room.slug}/members`, { email: karim.user.email, role: 'member' })
    await setRole(owner, agent, 'cohost')
    await setRole(owner, agent, 'participant')
    expect(await membersOf(room.id)).toEqual([{ userId: karim.user.id, role: 'member' }])
  })

  it('is made on every device of theirs, again where the SFU was away the first time', async () => {
    const { owner, karim, room, agent } = await callOfThree()
    const second = await enter(await api.anotherBrowserOf(karim.user), room.slug)
    api.sfu.connect(second.callId, second.identity)
    api.sfu.away = true
    expect(await setRole(owner, agent, 'cohost')).toBe(503)
    api.sfu.away = false
    expect(await setRole(owner, agent, 'cohost')).toBe(204)
    expect([agent, second].map(({ identity }) => api.sfu.roles.get(identity))).toEqual(['cohost', 'cohost'])
  })

  it('is made and unmade by the owner; a co-host makes none, but may step down', async () => {
    const { owner, karim, paul, room, host, agent, guest, callId } = await callOfThree()
    const elsewhere = await callOfThree()
    const zoe = await api.agent()
    const other = await enter(zoe, room.slug)
    for (const nobody of [karim, paul, elsewhere.owner, zoe]) expect(await setRole(nobody, other, 'cohost')).toBe(403)
    expect(await setRole(karim, agent, 'cohost')).toBe(403)
    await setRole(owner, agent, 'cohost')
    await setRole(owner, other, 'cohost')
    expect(await setRole(karim, other, 'participant')).toBe(403)
    expect(await setRole(karim, guest, 'cohost')).toBe(403)
    expect(await setRole(karim, agent, 'participant')).toBe(204)
    expect(await mute(karim, host)).toBe(403)
    expect(await setRole(owner, host, 'participant')).toBe(409)
    expect(await setRole(owner, { callId, identity: elsewhere.agent.identity }, 'cohost')).toBe(404)
  })

  it('is never a guest, which is said', async () => {
    const { owner, guest } = await callOfThree()
    const path = `/calls/${guest.callId}/participants/${guest.identity}/role`
    const response = await owner.put(path, { role: 'cohost' })
    expect([response.statusCode, response.json().code]).toEqual([422, 'account_needed'])
  })

  it('is one in the call, too, when made so among the members, and none when taken off', async () => {
    const { owner, karim, room, agent } = await callOfThree()
    const path = `/rooms/${room.slug}/members`
    await owner.put(path, { email: karim.user.email, role: 'cohost' })
    expect(api.sfu.roles.get(agent.identity)).toBe('cohost')
    const { items } = listMembers.response.parse((await owner.get(path)).json())
    await owner.delete(`${path}/${items[0]?.id}`)
    expect(api.sfu.roles.get(agent.identity)).toBe('participant')
    expect(rolesTold(agent)).toEqual(['cohost', 'participant'])
  })

  it('of earlier who slips in between the gate and the SFU is shown as what they are', async () => {
    const { owner, agent } = await callOfThree()
    await setRole(owner, agent, 'cohost')
    await setRole(owner, agent, 'participant')
    api.sfu.roles.clear()
    await arrives(agent, 'cohost')
    expect(api.sfu.roles.get(agent.identity)).toBe('participant')
    api.sfu.roles.clear()
    await arrives(agent, 'participant')
    expect(api.sfu.roles.size).toBe(0)
  })
})

describe('the owner', () => {
  it('gives the room to an agent in the call, and stays as a co-host', async () => {
    const { owner, karim, room, host, agent, callId } = await callOfThree()
    expect((await handOver(owner, callId, agent.identity)).statusCode).toBe(204)
    expect((await karim.get('/rooms')).json().items[0]).toMatchObject({ slug: room.slug, role: 'owner' })
    expect([agent, host].map(({ identity }) => api.sfu.roles.get(identity))).toEqual(['owner', 'cohost'])
    expect((await handOver(owner, callId, host.identity)).statusCode).toBe(403)
    expect(await setRole(karim, host, 'participant')).toBe(204)
    expect(await mute(owner, agent)).toBe(403)
    const where = { action: 'room.given', subjectId: room.id }
    expect(await api.database.prisma.auditEvent.count({ where })).toBe(1)
  })

  it('is the only one who may, and to no guest, and to nobody elsewhere', async () => {
    const { owner, karim, paul, agent, guest, callId } = await callOfThree()
    const elsewhere = await callOfThree()
    await setRole(owner, agent, 'cohost')
    for (const nobody of [karim, paul, elsewhere.owner])
      expect((await handOver(nobody, callId, agent.identity)).statusCode).toBe(403)
    expect((await handOver(owner, callId, guest.identity)).json().code).toBe('account_needed')
    expect((await handOver(owner, callId, elsewhere.agent.identity)).statusCode).toBe(404)
  })

  it('who leaves owns the room still; co-hosts go on without them', async () => {
    const { owner, karim, room, host, agent, guest, callId } = await callOfThree()
    await setRole(owner, agent, 'cohost')
    await api.database.prisma.participant.update({
      where: { id: host.identity },
      data: { joinedAt: new Date(), leftAt: new Date() },
    })
    expect(await mute(karim, guest)).toBe(204)
    expect((await handOver(karim, callId, agent.identity)).statusCode).toBe(403)
    expect((await karim.delete(`/calls/${callId}/participants/${guest.identity}`)).statusCode).toBe(204)
    expect((await enter(owner, room.slug)).role).toBe('owner')
  })
})
