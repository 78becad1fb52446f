import { randomUUID } from 'node:crypto'
import { adminListUsers, type EntryState, type LobbySnapshot } from '@visavis/contracts'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { readEvents } from '../../../test/event-reader.ts'
import { enter, join, makeRoom } from '../../../test/people.ts'
import { createTestApi, type TestApi } from '../../../test/test-api.ts'

let api: TestApi
let admin: Awaited<ReturnType<TestApi['agent']>>
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())
// Nobody left over: how many administrators there are is what these tests are about.
beforeEach(async () => {
  await api.database.prisma.user.deleteMany()
  await api.database.prisma.auditEvent.deleteMany()
  admin = await api.agent({ role: 'ADMIN', displayName: 'Ines Admin' })
})

const list = async (query = '') => adminListUsers.response.parse((await admin.get(`/admin/users?${query}`)).json())
const change = async (browser: typeof admin, userId: string, body: object) => {
  const response = await browser.patch(`/admin/users/${userId}`, body)
  return [response.statusCode, response.json().code]
}
const userOf = (id: string) => api.database.prisma.user.findUniqueOrThrow({ where: { id } })

it('lists agents by name, page by page, and finds them by name and e-mail', async () => {
  const [ali, zoe] = [await api.agent({ displayName: 'Ali Benali' }), await api.agent({ displayName: 'Zoé Petit' })]
  const namesake = await api.agent({ displayName: 'Ali Benali', email: 'ali.b@prefecture.example' })
  await makeRoom(api, zoe.user.id)
  const names: string[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page = await list(`limit=1${cursor && `&cursor=${cursor}`}`)
    names.push(...page.items.map(({ displayName }) => displayName))
    cursor = page.nextCursor
  }
  expect(names).toEqual(['Ali Benali', 'Ali Benali', 'Ines Admin', 'Zoé Petit'])
  expect((await list('search=ZO%C3%89')).items).toMatchObject([{ id: zoe.user.id, rooms: 1, role: 'AGENT' }])
  expect((await list('search=prefecture')).items).toMatchObject([{ id: namesake.user.id, disabledAt: null }])
  expect((await list('search=benali')).items.map(({ id }) => id)).toContain(ali.user.id)
  expect((await admin.get('/admin/users?cursor=x')).statusCode).toBe(400)
})

it('makes administrators, whose power begins and ends at once', async () => {
  const other = await api.agent()
  expect((await other.get('/admin/users')).statusCode).toBe(403)
  await change(admin, other.user.id, { role: 'ADMIN' })
  expect((await other.get('/admin/users')).statusCode).toBe(200)
  await change(admin, other.user.id, { role: 'AGENT' })
  expect((await other.get('/admin/users')).statusCode).toBe(403)
  const audit = await api.database.prisma.auditEvent.findMany({ orderBy: { at: 'asc' } })
  expect(audit).toMatchObject([
    { action: 'user.role', subjectId: other.user.id, actorId: admin.user.id, details: { role: 'ADMIN' } },
    { action: 'user.role', subjectId: other.user.id, actorId: admin.user.id, details: { role: 'AGENT' } },
  ])
})

it('puts a disabled agent out of sessions, streams and calls at once, and lets them back when enabled', async () => {
  const agent = await api.agent()
  const room = await makeRoom(api, admin.user.id)
  const { callId, identity } = await enter(agent, room.slug)
  api.sfu.connect(callId, identity)
  const stream = await readEvents(api, agent, '/lobby/events')
  await stream.next('lobby')
  const response = await admin.patch(`/admin/users/${agent.user.id}`, { disabled: true })
  expect([response.statusCode, response.json().disabledAt]).toEqual([200, expect.any(String)])
  await stream.ended()
  expect(api.sfu.rooms.get(callId)?.has(identity)).toBe(false)
  expect((await agent.get('/rooms')).statusCode).toBe(401)
  const sessions = `select 1 from "session" where sess->>'agentId' = $1`
  expect((await api.database.pool.query(sessions, [agent.user.id])).rowCount).toBe(0)
  await change(admin, agent.user.id, { disabled: false })
  expect((await userOf(agent.user.id)).disabledAt).toBeNull()
  // Enabled again is not signed in again.
  expect((await agent.get('/rooms')).statusCode).toBe(401)
  const actions = await api.database.prisma.auditEvent.findMany({ where: { subjectId: agent.user.id } })
  expect(actions.map(({ action }) => action)).toEqual(['user.disabled', 'user.enabled'])
})

it('takes a disabled agent out of the lobby too, and tells both sides', async () => {
  const agent = await api.agent()
  const room = await makeRoom(api, admin.user.id, { accessLevel: 'restricted' })
  const host = await readEvents(api, admin, '/lobby/events')
  expect((await join(agent, room.slug)).outcome).toBe('waiting')
  const entry = await readEvents(api, agent, `/rooms/${room.slug}/lobby/entry/events`)
  await entry.next<EntryState>('entry', ({ state }) => state === 'waiting')
  await host.next<LobbySnapshot>('lobby', ({ waiting }) => waiting.length === 1)
  await change(admin, agent.user.id, { disabled: true })
  expect((await entry.next<EntryState>('entry')).state).toBe('gone')
  await host.next<LobbySnapshot>('lobby', ({ waiting }) => waiting.length === 0)
})

it('disables while the SFU is away, says so, and finishes when asked again', async () => {
  const agent = await api.agent()
  const room = await makeRoom(api, admin.user.id)
  const { callId, identity } = await enter(agent, room.slug)
  api.sfu.connect(callId, identity)
  api.sfu.away = true
  expect(await change(admin, agent.user.id, { disabled: true })).toEqual([503, 'sfu_unavailable'])
  expect((await agent.get('/rooms')).statusCode).toBe(401)
  api.sfu.away = false
  expect(await change(admin, agent.user.id, { disabled: true })).toEqual([200, undefined])
  expect(api.sfu.rooms.get(callId)?.has(identity)).toBe(false)
  expect(await api.database.prisma.auditEvent.count({ where: { action: 'user.disabled' } })).toBe(1)
})

it('keeps the last administrator', async () => {
  const disabled = await api.agent({ role: 'ADMIN' })
  await change(admin, disabled.user.id, { disabled: true })
  expect(await change(admin, admin.user.id, { role: 'AGENT' })).toEqual([409, 'last_administrator'])
  expect(await change(admin, admin.user.id, { disabled: true })).toEqual([409, 'last_administrator'])
  expect(await change(admin, admin.user.id, { role: 'ADMIN', disabled: false })).toEqual([200, undefined])
  await api.agent({ role: 'ADMIN' })
  expect(await change(admin, admin.user.id, { role: 'AGENT' })).toEqual([200, undefined])
  expect((await admin.get('/admin/users')).statusCode).toBe(403)
})

it.each(['demote', 'disable'])('keeps one of two administrators who %s each other at once', async (deed) => {
  const body = deed === 'demote' ? { role: 'AGENT' } : { disabled: true }
  for (let round = 0; round < 5; round++) {
    const pair = [await api.agent({ role: 'ADMIN' }), await api.agent({ role: 'ADMIN' })] as const
    await api.database.prisma.user.updateMany({
      where: { id: { notIn: pair.map(({ user }) => user.id) } },
      data: { role: 'AGENT' },
    })
    const [one, other] = pair
    const answers = await Promise.all([change(one, other.user.id, body), change(other, one.user.id, body)])
    expect(answers.filter(([status]) => status === 200)).toHaveLength(1)
    expect(await api.database.prisma.user.count({ where: { role: 'ADMIN', disabledAt: null } })).toBe(1)
  }
})

it('knows no agent by a made-up id', async () => {
  expect(await change(admin, randomUUID(), { disabled: true })).toEqual([404, 'not_found'])
  expect(await change(admin, 'x', { disabled: true })).toEqual([400, 'invalid_request'])
  expect(await change(admin, admin.user.id, { role: 'KING' })).toEqual([400, 'invalid_request'])
})
