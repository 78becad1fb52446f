import { randomUUID } from 'node:crypto'
import { listMembers } from '@visavis/contracts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { heard } from '../../../test/heard.ts'
import { makeRoom } from '../../../test/people.ts'
import { createTestApi, type TestApi } from '../../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

async function roomOfNewOwner() {
  const owner = await api.agent()
  const room = await makeRoom(api, owner.user.id)
  const path = `/rooms/${room.slug}/members`
  const members = async () => listMembers.response.parse((await owner.get(path)).json()).items
  return { owner, room, path, members }
}

it('adds, changes and takes off members, and tells them', async () => {
  const { owner, room, path, members } = await roomOfNewOwner()
  const [zoe, ali] = [await api.agent({ displayName: 'Zoé Petit' }), await api.agent({ displayName: 'Ali Benali' })]
  const events = heard(api, 'agent')
  await owner.put(path, { email: zoe.user.email, role: 'member' })
  const added = await owner.put(path, { email: ali.user.email.toUpperCase(), role: 'cohost' })
  expect([added.statusCode, added.json()]).toMatchObject([200, { userId: ali.user.id, role: 'cohost' }])
  await events.until(zoe.user.id, ali.user.id)
  expect((await members()).map(({ displayName, role }) => [displayName, role])).toEqual([
    ['Ali Benali', 'cohost'],
    ['Zoé Petit', 'member'],
  ])
  await owner.put(path, { email: zoe.user.email, role: 'cohost' })
  expect((await zoe.get(path)).statusCode).toBe(200)
  expect((await owner.delete(`${path}/${ali.user.id}`)).statusCode).toBe(204)
  expect(await members()).toMatchObject([{ userId: zoe.user.id, role: 'cohost' }])
  const audit = await api.database.prisma.auditEvent.findMany({ where: { subjectId: room.id }, orderBy: { at: 'asc' } })
  expect(audit.map(({ action }) => action)).toEqual(['member.put', 'member.put', 'member.put', 'member.deleted'])
  expect(JSON.stringify(audit)).not.toMatch(/@|Zoé|Ali/)
})

it('refuses the owner, strangers to the instance, twins and the disabled', async () => {
  const { owner, path, members } = await roomOfNewOwner()
  const put = async (email: string) => {
    const response = await owner.put(path, { email, role: 'member' })
    return [response.statusCode, response.json().code]
  }
  expect(await put(owner.user.email)).toEqual([409, 'conflict'])
  expect(await put('nobody@agents.example')).toEqual([422, 'email_unknown'])
  const twins = `${randomUUID()}@agents.example`
  await api.agent({ email: twins })
  const twin = await api.agent({ email: twins })
  expect(await put(twins)).toEqual([422, 'email_ambiguous'])
  await api.database.prisma.user.update({ where: { id: twin.user.id }, data: { disabledAt: new Date() } })
  expect(await put(twins)).toEqual([200, undefined])
  expect(await put('x')).toEqual([400, 'invalid_request'])
  expect(await members()).toHaveLength(1)
})

it('takes nobody off who is not on', async () => {
  const { owner, path } = await roomOfNewOwner()
  const response = await owner.delete(`${path}/${randomUUID()}`)
  expect([response.statusCode, response.json().code]).toEqual([404, 'not_found'])
})

it('has room for 500', async () => {
  const { owner, room, path } = await roomOfNewOwner()
  await api.database.pool.query(
    `with many as (
       insert into "User" (id, issuer, subject, email, "displayName")
       select gen_random_uuid(), 'test', n, 'many' || n || '@agents.example', 'Many' from generate_series(1, 500) n
       returning id)
     insert into "RoomMember" ("roomId", "userId", role) select $1, id, 'member' from many`,
    [room.id],
  )
  const one = await api.agent()
  expect((await owner.put(path, { email: one.user.email, role: 'member' })).json().code).toBe('conflict')
  const changed = await owner.put(path, { email: 'many7@agents.example', role: 'cohost' })
  expect([changed.statusCode, changed.json().role]).toEqual([200, 'cohost'])
})
