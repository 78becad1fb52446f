import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { everythingOf } from '../../../test/everything-of.ts'
import { type HostileIssuer, startHostileIssuer } from '../../../test/hostile-issuer.ts'
import { enter, join, makeRoom } from '../../../test/people.ts'
import { signIn, trusting } from '../../../test/sign-in.ts'
import { createTestApi, type TestApi } from '../../../test/test-api.ts'

let issuer: HostileIssuer
let api: TestApi
beforeAll(async () => {
  issuer = await startHostileIssuer()
  api = await createTestApi(trusting(issuer))
})
beforeEach(async () => {
  await api.database.prisma.user.deleteMany()
})
afterAll(async () => {
  await api.close()
  await issuer.stop()
})

type Agent = Awaited<ReturnType<TestApi['agent']>>
const erase = (agent: Agent) => agent.post('/me/erase', { email: agent.user.email })
const isThere = async ({ user: { id } }: Agent) => (await api.database.prisma.user.count({ where: { id } })) === 1

it('asks for the e-mail address before anything is lost', async () => {
  const claire = await api.agent()
  await makeRoom(api, claire.user.id)
  expect((await claire.get('/me/profile')).json()).toMatchObject({
    ownedRooms: 1,
    openCalls: 0,
    lastAdministrator: false,
  })
  for (const email of ['', 'x', 'somebody@else.example']) {
    expect((await claire.post('/me/erase', { email })).statusCode).toBe(400)
  }
  expect((await claire.post('/me/erase')).statusCode).toBe(400)
  expect(await isThere(claire)).toBe(true)
  expect((await claire.post('/me/erase', { email: claire.user.email.toUpperCase() })).statusCode).toBe(200)
  expect(await isThere(claire)).toBe(false)
})

it('takes rooms, memberships, sessions and settings with it, and the name off what others keep', async () => {
  const { claire, karims, banned, room, pollId, questionId } = await everythingOf(api)
  const phone = await api.anotherBrowserOf(claire.user)
  expect((await erase(claire)).json()).toEqual({ redirectTo: '/' })
  const { prisma, pool } = api.database
  expect(claire.cookies.size).toBe(0)
  expect((await phone.get('/me')).json()).toEqual({ agent: null })
  expect(await prisma.room.count({ where: { id: room.id } })).toBe(0)
  expect(await prisma.roomMember.count({ where: { roomId: karims.id } })).toBe(0)
  expect(await prisma.lobbyEntry.count({ where: { roomId: banned.id } })).toBe(0)
  expect(await prisma.chatMessage.findMany({ orderBy: { id: 'asc' } })).toMatchObject([
    { authorName: '', text: 'De moi' },
    { authorName: 'Karim Haddad' },
  ])
  expect(await prisma.pollVote.findMany({ where: { pollId } })).toMatchObject([{ name: '', choices: [0] }])
  expect(await prisma.question.findMany({ orderBy: { authorName: 'asc' } })).toMatchObject([
    { id: questionId, authorName: '' },
    { authorName: 'Karim Haddad' },
  ])
  // But for what somebody has to look into.
  const kept = await prisma.report.findMany()
  expect(kept.map(({ reporterName, subjectName }) => [reporterName, subjectName])).toContainEqual([
    'Karim Haddad',
    'Claire Lemoine',
  ])
  const { rows } = await pool.query(`select u.t from (
    select p::text as t from "Participant" p union all select m::text from "ChatMessage" m union all select b::text from "RoomBan" b
    union all select s::text from "session" s union all select e::text from "AuditEvent" e) u where u.t ~* 'claire|lemoine'`)
  expect(rows).toEqual([])
})

it('leaves attendance without a person, and puts them out of the calls of others', async () => {
  const [claire, karim] = [await api.agent(), await api.agent()]
  const room = await makeRoom(api, karim.user.id)
  const { callId, identity } = await enter(claire, room.slug)
  api.sfu.connect(callId, identity)
  await erase(claire)
  expect(api.sfu.rooms.get(callId)?.has(identity)).toBe(false)
  const row = await api.database.prisma.participant.findUniqueOrThrow({ where: { id: identity } })
  expect(row).toMatchObject({ userId: null, displayName: '', nameKey: '', sessionHash: '', resumeHash: '' })
  expect(row.removedAt).not.toBeNull()
})

it('cancels what was planned in its rooms, and leaves what was planned in others’ to their owners', async () => {
  const { prisma } = api.database
  const [claire, karim] = [await api.agent(), await api.agent()]
  const [hers, his] = [await makeRoom(api, claire.user.id), await makeRoom(api, karim.user.id)]
  await prisma.roomMember.create({ data: { roomId: his.id, userId: claire.user.id, role: 'cohost' } })
  const when = { title: 'Comité', start: '2030-01-07T09:30', timeZone: 'Europe/Paris', durationMinutes: 60 }
  const invitees = [{ email: 'paul@example.fr' }]
  const plan = async (slug: string) => (await claire.post('/meetings', { ...when, invitees, room: slug })).json().id
  const [own, others] = [await plan(hers.slug), await plan(his.slug)]
  await erase(claire)
  const cancelled = await prisma.meeting.findUniqueOrThrow({ where: { id: own }, include: { invitees: true } })
  expect(cancelled).toMatchObject({ roomId: null, organizerId: null, invitees: [{ email: 'paul@example.fr' }] })
  expect(cancelled.cancelledAt).not.toBeNull()
  expect((await karim.get(`/meetings/${others}`)).json()).toMatchObject({ role: 'organizer', cancelled: false })
})

it('is written down once, by ids alone', async () => {
  const claire = await api.agent()
  await makeRoom(api, claire.user.id)
  await erase(claire)
  const { id } = claire.user
  const audit = await api.database.prisma.auditEvent.findMany({ where: { actorId: id }, orderBy: { at: 'asc' } })
  expect(audit.map(({ action }) => action)).toEqual(['room.deleted', 'account.erased', 'logout'])
  expect(audit[1]).toMatchObject({ subjectId: id, details: { rooms: 1 } })
})

it('is not for the last administrator', async () => {
  const admin = await api.agent({ role: 'ADMIN' })
  await makeRoom(api, admin.user.id)
  expect((await admin.get('/me/profile')).json().lastAdministrator).toBe(true)
  const response = await erase(admin)
  expect([response.statusCode, response.json().code]).toEqual([409, 'last_administrator'])
  expect(await api.database.prisma.room.count({ where: { ownerId: admin.user.id } })).toBe(1)
  await api.agent({ role: 'ADMIN' })
  expect((await erase(admin)).statusCode).toBe(200)
})

it('waits for an SFU that is away: nothing of the account is gone but what can be tried again', async () => {
  const claire = await api.agent()
  const room = await makeRoom(api, claire.user.id)
  await enter(claire, room.slug)
  api.sfu.away = true
  const response = await erase(claire)
  api.sfu.away = false
  expect([response.statusCode, response.json().code]).toEqual([503, 'sfu_unavailable'])
  expect((await claire.get('/me')).json().agent.id).toBe(claire.user.id)
  expect((await erase(claire)).statusCode).toBe(200)
})

it('is followed by a new account at the next sign-in, which rooms that kept the old one out keep out, too', async () => {
  const karim = await api.agent()
  const room = await makeRoom(api, karim.user.id, { accessLevel: 'open' })
  const browser = api.guest()
  await signIn(browser, issuer)
  const { agent } = (await browser.get('/me')).json()
  await api.database.prisma.roomBan.create({
    data: { roomId: room.id, userId: agent.id, displayName: 'Claire Lemoine' },
  })
  expect((await browser.post('/me/erase', { email: agent.email })).json().redirectTo).toMatch(/session\/end/)
  expect((await karim.get(`/rooms/${room.slug}/bans`)).json().items).toMatchObject([
    { displayName: '', verified: true },
  ])
  await signIn(browser, issuer)
  const again = (await browser.get('/me')).json().agent
  expect(again.email).toBe(agent.email)
  expect(again.id).not.toBe(agent.id)
  expect(await join(browser, room.slug)).toEqual({ outcome: 'denied', reason: 'removed' })
})
