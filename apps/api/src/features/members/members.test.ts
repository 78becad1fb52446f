import { randomUUID } from 'node:crypto'
import { listMembers } from '@visavis/contracts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { heard } from '../../../test/heard.ts'
import { enter, makeRoom } from '../../../test/people.ts'
import { createTestApi, type TestApi, type TestBrowser } from '../../../test/test-api.ts'
import type { User } from '../../generated/prisma/client.ts'
import { createAudit } from '../../platform/audit.ts'
import { createAccounts } from '../auth/accounts.ts'
import { createInvitations } from './invitations.ts'

let api: TestApi
let enterAccount: ReturnType<typeof createAccounts>
/** What the callback of a sign-in does once the provider has been believed. */
async function signIn(who: Partial<User> & { email: string; displayName: string }, { isEmailVerified = true } = {}) {
  const nobody = { idpId: null, siret: null, organizationLabel: null, usualName: null, uid: null, roles: [] }
  const { issuer = 'test', subject = randomUUID(), email, displayName: givenName } = who
  return await enterAccount({ ...nobody, issuer, subject, email, givenName, isEmailVerified })
}
beforeAll(async () => {
  api = await createTestApi()
  const { prisma } = api.database
  const invitations = createInvitations({
    events: api.events,
    audit: createAudit(prisma),
    rolesChanged: async () => {},
  })
  enterAccount = createAccounts({
    prisma,
    adminRole: undefined,
    nameChoice: true,
    accountKey: () => '',
    initialAdminEmails: [],
    invitations,
  })
})
afterAll(() => api.close())

async function roomOfNewOwner() {
  const owner = await api.agent()
  const room = await makeRoom(api, owner.user.id)
  const path = `/rooms/${room.slug}/members`
  const members = async () => listMembers.response.parse((await owner.get(path)).json()).items
  return { owner, room, path, members }
}

const put = async (owner: TestBrowser, path: string, email: string, role = 'member') => {
  const response = await owner.put(path, { email, role })
  return response.statusCode === 204 ? [204, response.body] : [response.statusCode, response.json().code]
}
const auditOf = async (roomId: string) => {
  const events = await api.database.prisma.auditEvent.findMany({ where: { subjectId: roomId }, orderBy: { at: 'asc' } })
  expect(JSON.stringify(events)).not.toMatch(/@|Zoé|Ali/)
  return events.map(({ action }) => action)
}

it('adds, changes and takes off members, and tells them', async () => {
  const { owner, room, path, members } = await roomOfNewOwner()
  const [zoe, ali] = [await api.agent({ displayName: 'Zoé Petit' }), await api.agent({ displayName: 'Ali Benali' })]
  const events = heard(api, 'agent')
  await put(owner, path, zoe.user.email)
  await put(owner, path, ali.user.email.toUpperCase(), 'cohost')
  await events.until(zoe.user.id, ali.user.id)
  for (const { user } of [zoe, ali]) await signIn(user)
  expect((await members()).map(({ displayName, role }) => [displayName, role])).toEqual([
    ['Ali Benali', 'cohost'],
    ['Zoé Petit', 'member'],
  ])
  await put(owner, path, zoe.user.email, 'cohost')
  expect((await zoe.get(path)).statusCode).toBe(200)
  const [first] = await members()
  expect((await owner.delete(`${path}/${first?.id}`)).statusCode).toBe(204)
  expect(await members()).toMatchObject([{ displayName: 'Zoé Petit', role: 'cohost' }])
  expect(await auditOf(room.id)).toEqual(['member.put', 'member.put', 'member.put', 'member.deleted'])
})

it('tells nobody which e-mail is an account’s, until it is used', async () => {
  const { owner, room, path, members } = await roomOfNewOwner()
  const zoe = await api.agent({ displayName: 'Zoé Petit', email: `a-${randomUUID()}@agents.example` })
  const twins = `b-${randomUUID()}@agents.example`
  for (const displayName of ['Ali Benali', 'Ali Benali']) await api.agent({ displayName, email: twins })
  const stranger = `c-${randomUUID()}@agents.example`
  const emails = [zoe.user.email, twins, stranger]
  const answers = []
  for (const email of emails) answers.push(await put(owner, path, email))
  expect(answers).toEqual([
    [204, ''],
    [204, ''],
    [204, ''],
  ])
  const listed = await members()
  const looks = emails.map((email) => ({ id: expect.any(String), displayName: null, email, role: 'member' }))
  expect(listed).toEqual(looks)
  // All the same Zoé is a member from this moment on, and known once she has come.
  await enter(zoe, room.slug)
  expect(await members()).toMatchObject([{ displayName: 'Zoé Petit' }, { email: twins }, { email: stranger }])
  for (const { id } of listed) expect((await owner.delete(`${path}/${id}`)).statusCode).toBe(204)
  expect(await members()).toEqual([])
  expect(await put(owner, path, owner.user.email)).toEqual([409, 'conflict'])
  expect(await put(owner, path, 'x')).toEqual([400, 'invalid_request'])
})

it('makes whoever signs in by an e-mail what they were to be, at once and wherever they wait', async () => {
  const { owner, room, path, members } = await roomOfNewOwner()
  const email = `${randomUUID()}@agents.example`
  await put(owner, path, email)
  await put(owner, path, email.toUpperCase(), 'cohost')
  expect(await members()).toMatchObject([{ displayName: null, role: 'cohost' }])
  const events = heard(api, 'access')
  const user = await signIn({ email, displayName: 'Zoé Petit' })
  await events.until(room.id)
  expect(await members()).toMatchObject([{ displayName: 'Zoé Petit', email, role: 'cohost' }])
  const zoe = await api.anotherBrowserOf(user)
  expect((await enter(zoe, room.slug)).role).toBe('cohost')
  expect(await auditOf(room.id)).toEqual(['member.invited', 'member.invited', 'member.arrived'])
  expect(await api.database.prisma.roomInvitation.count({ where: { email } })).toBe(0)
})

it('knows an agent whose e-mail has changed at the provider', async () => {
  const { owner, path, members } = await roomOfNewOwner()
  const zoe = await api.agent({ displayName: 'Zoé Petit' })
  const email = `${randomUUID()}@agents.example`
  await put(owner, path, email)
  await signIn({ ...zoe.user, email })
  expect(await members()).toMatchObject([{ displayName: 'Zoé Petit', email }])
})

it('gives nothing to an e-mail that is not verified, to one of two accounts, to the disabled, and to who was taken off', async () => {
  const { owner, path, members } = await roomOfNewOwner()
  const [unverified, shared, disabled, withdrawn] = Array.from({ length: 4 }, () => `${randomUUID()}@agents.example`)
  for (const email of [unverified, shared, disabled, withdrawn]) await put(owner, path, email ?? '')
  await signIn({ email: unverified ?? '', displayName: 'Zoé' }, { isEmailVerified: false })
  const first = await api.agent({ displayName: 'Ali', email: shared ?? '' })
  const second = await signIn({ email: shared ?? '', displayName: 'Ali' })
  const { user } = await api.agent({ email: disabled ?? '' })
  await api.database.prisma.user.update({ where: { id: user.id }, data: { disabledAt: new Date() } })
  await signIn(user)
  const gone = (await members()).find(({ email }) => email === withdrawn)
  await owner.delete(`${path}/${gone?.id}`)
  await signIn({ email: withdrawn ?? '', displayName: 'Zoé' })
  expect((await members()).map(({ displayName }) => displayName)).toEqual([null, null, null])
  // Once there is one account alone, it is theirs.
  await api.database.prisma.user.update({ where: { id: first.user.id }, data: { disabledAt: new Date() } })
  await signIn(second)
  expect(await members()).toMatchObject([{ displayName: 'Ali', email: shared }, {}, {}])
})

it('loses nobody who signs in while they are being invited', async () => {
  const { owner, path, members } = await roomOfNewOwner()
  const emails = Array.from({ length: 8 }, (_, n) => `${n}-${randomUUID()}@agents.example`)
  const each = emails.flatMap((email) => [
    put(owner, path, email),
    signIn({ email, displayName: 'Zoé' }).then((user) => user.email),
  ])
  await Promise.all(each)
  const pending = await api.database.prisma.roomInvitation.findMany({ where: { email: { in: emails } } })
  expect(pending).toEqual([])
  expect(await members()).toHaveLength(emails.length)
})

it('takes nobody off who is not on', async () => {
  const { owner, path } = await roomOfNewOwner()
  const elsewhere = await roomOfNewOwner()
  await put(elsewhere.owner, elsewhere.path, `${randomUUID()}@agents.example`)
  for (const id of [randomUUID(), (await elsewhere.members())[0]?.id]) {
    const response = await owner.delete(`${path}/${id}`)
    expect([response.statusCode, response.json().code]).toEqual([404, 'not_found'])
  }
})

it('has room for 500', async () => {
  const { owner, room, path, members } = await roomOfNewOwner()
  await api.database.pool.query(
    `with many as (
       insert into "User" (id, issuer, subject, email, "displayName")
       select gen_random_uuid(), 'test', n, 'many' || n || '@agents.example', 'Many' from generate_series(1, 499) n
       returning id)
     insert into "RoomMember" ("roomId", "userId", role) select $1, id, 'member' from many`,
    [room.id],
  )
  const email = `${randomUUID()}@agents.example`
  expect(await put(owner, path, email)).toEqual([204, ''])
  expect(await put(owner, path, email, 'cohost')).toEqual([204, ''])
  expect(await put(owner, path, (await api.agent()).user.email)).toEqual([409, 'conflict'])
  expect(await put(owner, path, `${randomUUID()}@agents.example`)).toEqual([409, 'conflict'])
  expect(await put(owner, path, 'many7@agents.example', 'cohost')).toEqual([204, ''])
  expect((await members()).filter(({ role }) => role === 'cohost')).toHaveLength(2)
})
