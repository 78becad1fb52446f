import { randomUUID } from 'node:crypto'
import type { EntryState, LobbySnapshot } from '@visavis/contracts'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { readEvents } from '../../../test/event-reader.ts'
import { enter, join, makeRoom } from '../../../test/people.ts'
import { createTestApi, type TestApi, type TestBrowser } from '../../../test/test-api.ts'
import { createLobby } from './lobby.service.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

async function knock(browser: TestBrowser, slug: string, displayName = 'Paul Mercier') {
  const outcome = await join(browser, slug, { displayName })
  if (outcome.outcome !== 'waiting') throw new Error(`expected to wait: ${outcome.outcome}`)
  return outcome.entryId
}

const decide = (host: TestBrowser, slug: string, decision: 'admit' | 'deny', ...entryIds: string[]) =>
  host.post(`/rooms/${slug}/lobby/decisions`, { decision, entryIds })

it('pushes the request to hosts and the decision to the waiting browser, who then gets in', async () => {
  const owner = await api.agent()
  const cohost = await api.agent()
  const room = await makeRoom(api, owner.user.id)
  await api.database.prisma.roomMember.create({ data: { roomId: room.id, userId: cohost.user.id, role: 'cohost' } })
  const hostStreams = [await readEvents(api, owner, '/lobby/events'), await readEvents(api, cohost, '/lobby/events')]

  const paul = api.guest()
  const entryId = await knock(paul, room.slug)
  for (const stream of hostStreams) {
    const { waiting } = await stream.next<LobbySnapshot>('lobby', ({ waiting }) => waiting.length > 0)
    expect(waiting).toMatchObject([{ id: entryId, slug: room.slug, displayName: 'Paul Mercier', verified: false }])
  }
  const entry = await readEvents(api, paul, `/rooms/${room.slug}/lobby/entry/events`)
  expect((await entry.next<EntryState>('entry')).state).toBe('waiting')

  expect((await decide(cohost, room.slug, 'admit', entryId)).json()).toEqual({ decided: [entryId] })
  await entry.next<EntryState>('entry', ({ state }) => state === 'admitted')
  expect((await enter(paul, room.slug, { displayName: 'Paul Mercier' })).role).toBe('participant')
  for (const stream of hostStreams) await stream.next<LobbySnapshot>('lobby', ({ waiting }) => waiting.length === 0)
})

it('tells hosts who waits by the name of an agent of theirs, and nobody else', async () => {
  const owner = await api.agent({ displayName: 'Claire Lemoine' })
  const room = await makeRoom(api, owner.user.id)
  await enter(await api.agent({ displayName: 'Karim Haddad' }), room.slug)
  await api.agent({ displayName: 'Luc Moreau' })
  const names = ['Сlaire Lemoine', 'karim haddad', 'Luc Moreau', 'Paul Mercier']
  const answers = []
  for (const displayName of names) answers.push(await join(api.guest(), room.slug, { displayName }))
  expect(new Set(answers.map((answer) => Object.keys(answer).join())).size).toBe(1)
  const stream = await readEvents(api, owner, '/lobby/events')
  const { waiting } = await stream.next<LobbySnapshot>('lobby', ({ waiting }) => waiting.length === names.length)
  expect(waiting.map(({ displayName, namesake }) => [displayName, namesake])).toEqual([
    ['Сlaire Lemoine', true],
    ['karim haddad', true],
    ['Luc Moreau', false],
    ['Paul Mercier', false],
  ])
})

it('gives whoever waits no token, no names, and keeps the security headers on its stream', async () => {
  const owner = await api.agent({ displayName: 'Secret Host' })
  const room = await makeRoom(api, owner.user.id)
  await enter(owner, room.slug)
  const paul = api.guest()
  const response = await paul.post(`/rooms/${room.slug}/join`, { displayName: 'Paul' })
  expect(Object.keys(response.json()).sort()).toEqual(['entryId', 'outcome'])
  const entry = await readEvents(api, paul, `/rooms/${room.slug}/lobby/entry/events`)
  expect(Object.keys(await entry.next<EntryState>('entry')).sort()).toEqual(['message', 'requestedAt', 'state'])
  expect(entry.response.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(entry.response.headers.get('x-content-type-options')).toBe('nosniff')
  expect((await paul.get(`/rooms/${room.slug}/members`)).statusCode).toBe(403)
})

it('admits for one call only: whoever left may come back to it, but waits at the next', async () => {
  const owner = await api.agent()
  const room = await makeRoom(api, owner.user.id)
  const paul = api.guest()
  await decide(owner, room.slug, 'admit', await knock(paul, room.slug))
  const { callId } = await enter(paul, room.slug, { displayName: 'Paul' })
  expect((await enter(paul, room.slug, { displayName: 'Paul' })).callId).toBe(callId)
  await owner.post(`/calls/${callId}/end`)
  expect((await join(paul, room.slug, { displayName: 'Paul' })).outcome).toBe('waiting')
})

it('makes an entry worthless in another room and in another browser', async () => {
  const owner = await api.agent()
  const a = await makeRoom(api, owner.user.id)
  const b = await makeRoom(api, owner.user.id)
  const paul = api.guest()
  const entryId = await knock(paul, a.slug)
  expect((await decide(owner, b.slug, 'admit', entryId)).json()).toEqual({ decided: [] })
  await decide(owner, a.slug, 'admit', entryId)
  expect((await join(paul, b.slug, { displayName: 'Paul' })).outcome).toBe('waiting')
  const thief = await join(api.guest(), a.slug, { displayName: 'Paul', entryId })
  expect(thief.outcome).toBe('waiting')
  // Among several, only those of the room that was asked are decided.
  const [ofA, ofB] = [await knock(api.guest(), a.slug), await knock(api.guest(), b.slug)]
  expect((await decide(owner, b.slug, 'deny', ofA, ofB)).json()).toEqual({ decided: [ofB] })
  expect((await decide(owner, a.slug, 'admit', ofA)).json()).toEqual({ decided: [ofA] })
})

it('lets only hosts decide: a guest in the call, a member and another agent get 403, as for a room that is not there', async () => {
  const owner = await api.agent()
  const member = await api.agent()
  const room = await makeRoom(api, owner.user.id)
  await api.database.prisma.roomMember.create({ data: { roomId: room.id, userId: member.user.id, role: 'member' } })
  const paul = api.guest()
  await decide(owner, room.slug, 'admit', await knock(paul, room.slug))
  await enter(paul, room.slug, { displayName: 'Paul' })
  const entryId = await knock(api.guest(), room.slug)
  for (const browser of [paul, member, await api.agent(), api.guest()]) {
    const [known, unknown] = await Promise.all([
      decide(browser, room.slug, 'admit', entryId),
      decide(browser, 'abc-defg-hij', 'admit', entryId),
    ])
    expect(known.statusCode).toBe(403)
    expect({ ...known.json(), requestId: '' }).toEqual({ ...unknown.json(), requestId: '' })
  }
})

it('decides an entry once, whoever of two hosts is first', async () => {
  const owner = await api.agent()
  const room = await makeRoom(api, owner.user.id)
  const entryId = await knock(api.guest(), room.slug)
  const answers = await Promise.all([
    decide(owner, room.slug, 'admit', entryId),
    decide(owner, room.slug, 'deny', entryId),
  ])
  expect(answers.flatMap((answer) => answer.json().decided)).toEqual([entryId])
})

it('keeps a decision that is made while the same browser asks again', async () => {
  const owner = await api.agent()
  const room = await makeRoom(api, owner.user.id)
  const paul = api.guest()
  const entryId = await knock(paul, room.slug)
  const entry = await api.database.prisma.lobbyEntry.findUniqueOrThrow({ where: { id: entryId } })
  const { events, database } = api
  const audit = () => Promise.resolve()
  const lobby = createLobby({
    prisma: database.prisma,
    events,
    audit,
    allowedAccessLevels: ['trusted'],
    patienceMinutes: 30,
    openCall: () => Promise.resolve(null),
  })
  const again = { room, agent: null, sessionHash: entry.sessionHash, displayName: 'Paul Mercier' }
  const countKnock = async () => void (await decide(owner, room.slug, 'admit', entryId))
  expect(await lobby.ask({ ...again, countKnock }, null)).toBe('admitted')
  expect((await join(paul, room.slug, { displayName: 'Paul Mercier' })).outcome).toBe('admitted')
})

it('drops whoever withdraws, and whoever has not been seen for a while until they are back', async () => {
  const owner = await api.agent()
  const room = await makeRoom(api, owner.user.id)
  const host = await readEvents(api, owner, '/lobby/events')
  const paul = api.guest()
  const sonia = api.guest()
  await knock(paul, room.slug)
  const soniaEntry = await knock(sonia, room.slug, 'Sonia')
  await host.next<LobbySnapshot>('lobby', ({ waiting }) => waiting.length === 2)
  expect((await paul.delete(`/rooms/${room.slug}/lobby/entry`)).statusCode).toBe(204)
  await host.next<LobbySnapshot>('lobby', ({ waiting }) => waiting.length === 1)

  const longAgo = new Date(Date.now() - 60_000)
  await api.database.prisma.lobbyEntry.update({ where: { id: soniaEntry }, data: { seenAt: longAgo } })
  await api.events.publish(`lobby:${room.id}`)
  await host.next<LobbySnapshot>('lobby', ({ waiting }) => waiting.length === 0)
  const entry = await readEvents(api, sonia, `/rooms/${room.slug}/lobby/entry/events`)
  expect((await entry.next<EntryState>('entry')).state).toBe('waiting')
  await host.next<LobbySnapshot>('lobby', ({ waiting }) => waiting[0]?.id === soniaEntry)
})

it('shows who waits for a room however many wait for another', async () => {
  const owner = await api.agent()
  const [flooded, quiet] = [await makeRoom(api, owner.user.id), await makeRoom(api, owner.user.id)]
  await api.database.prisma.lobbyEntry.createMany({
    data: Array.from({ length: 500 }, () => ({ roomId: flooded.id, sessionHash: randomUUID(), displayName: 'Bot' })),
  })
  const entryId = await knock(api.guest(), quiet.slug)
  const host = await readEvents(api, owner, '/lobby/events')
  const { waiting } = await host.next<LobbySnapshot>('lobby')
  expect(waiting.find(({ slug }) => slug === quiet.slug)?.id).toBe(entryId)
  expect(waiting.filter(({ slug }) => slug === flooded.slug)).toHaveLength(100)
})

it('lets in who waits as soon as the room is opened to them, by its level or by being made a member', async () => {
  const owner = await api.agent()
  const room = await makeRoom(api, owner.user.id, { accessLevel: 'restricted' })
  await enter(owner, room.slug)
  const [paul, sonia, member] = [api.guest(), await api.agent(), await api.agent()]
  const follow = async (browser: TestBrowser) => {
    await knock(browser, room.slug)
    return await readEvents(api, browser, `/rooms/${room.slug}/lobby/entry/events`)
  }
  const [pauls, sonias, members] = [await follow(paul), await follow(sonia), await follow(member)]
  const hosts = await readEvents(api, owner, '/lobby/events')
  const isAdmitted = ({ state }: EntryState) => state === 'admitted'
  const left = async (count: number) => {
    await hosts.next<LobbySnapshot>('lobby', ({ waiting }) => waiting.length === count)
  }
  await left(3)

  await owner.put(`/rooms/${room.slug}/members`, { email: member.user.email, role: 'member' })
  await members.next<EntryState>('entry', isAdmitted)
  await enter(member, room.slug)
  await left(2)

  await owner.patch(`/rooms/${room.slug}`, { accessLevel: 'trusted' })
  await sonias.next<EntryState>('entry', isAdmitted)
  await enter(sonia, room.slug)
  await left(1)
  expect((await join(paul, room.slug, { displayName: 'Paul Mercier' })).outcome).toBe('waiting')

  await owner.patch(`/rooms/${room.slug}`, { accessLevel: 'open' })
  await pauls.next<EntryState>('entry', isAdmitted)
  // Being told is no admission: the room is closed again before the browser has asked.
  await owner.patch(`/rooms/${room.slug}`, { accessLevel: 'restricted' })
  expect((await join(paul, room.slug, { displayName: 'Paul Mercier' })).outcome).toBe('waiting')
})

it('holds a level that is tightened while people wait, whatever else is opened', async () => {
  const owner = await api.agent()
  const room = await makeRoom(api, owner.user.id)
  const { callId } = await enter(owner, room.slug)
  await owner.put(`/calls/${callId}/lock`)
  const [karim, member] = [await api.agent(), await api.agent()]
  await owner.put(`/rooms/${room.slug}/members`, { email: member.user.email, role: 'member' })
  const follow = async (browser: TestBrowser) => {
    await knock(browser, room.slug)
    const stream = await readEvents(api, browser, `/rooms/${room.slug}/lobby/entry/events`)
    expect((await stream.next<EntryState>('entry')).state).toBe('waiting')
    return stream
  }
  const [karims, members] = [await follow(karim), await follow(member)]
  await owner.patch(`/rooms/${room.slug}`, { accessLevel: 'restricted' })
  await owner.delete(`/calls/${callId}/lock`)
  await members.next<EntryState>('entry', ({ state }) => state === 'admitted')
  expect((await join(karim, room.slug)).outcome).toBe('waiting')
  await owner.put(`/rooms/${room.slug}/lobby/message`, { text: 'Bientôt' })
  // Nothing has been said to them before this.
  expect(await karims.next<EntryState>('entry')).toMatchObject({ state: 'waiting', message: { text: 'Bientôt' } })
})

it('ends a host’s stream when the agent is disabled', async () => {
  const owner = await api.agent()
  const stream = await readEvents(api, owner, '/lobby/events')
  await stream.next('lobby')
  await api.database.prisma.user.update({ where: { id: owner.user.id }, data: { disabledAt: new Date() } })
  await api.events.publish(`agent:${owner.user.id}`)
  await stream.ended()
  expect((await owner.get('/lobby/events')).statusCode).toBe(401)
})

it('ends a host’s streams in every tab when the agent signs out', async () => {
  const owner = await api.agent()
  const streams = [await readEvents(api, owner, '/lobby/events'), await readEvents(api, owner, '/lobby/events')]
  for (const stream of streams) await stream.next('lobby')
  await owner.post('/auth/logout')
  for (const stream of streams) await expect(stream.ended()).resolves.toBeUndefined()
  // At once: a heartbeat would find it out in fifteen seconds.
}, 10_000)

it('ends a host’s stream soon after the session has expired', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  try {
    const owner = await api.agent()
    const stream = await readEvents(api, owner, '/lobby/events')
    await stream.next('lobby')
    await api.database.pool.query(`update "session" set expire = now() where sess->>'agentId' = $1`, [owner.user.id])
    vi.advanceTimersByTime(15_000)
    await expect(stream.ended()).resolves.toBeUndefined()
  } finally {
    vi.useRealTimers()
  }
})

it('holds no stream for a browser that waits for nothing, and few for one that does', async () => {
  const owner = await api.agent()
  const { slug } = await makeRoom(api, owner.user.id)
  const path = `/rooms/${slug}/lobby/entry/events`
  const idle = await readEvents(api, api.guest(), path)
  expect((await idle.next<EntryState>('entry')).state).toBe('gone')
  await idle.ended()
  const paul = api.guest()
  await knock(paul, slug)
  for (let n = 0; n < 10; n++) await (await readEvents(api, paul, path)).next('entry')
  expect((await readEvents(api, paul, path)).response.status).toBe(429)
})
