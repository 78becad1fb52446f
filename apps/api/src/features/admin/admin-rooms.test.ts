import { randomUUID } from 'node:crypto'
import { adminListRooms } from '@visavis/contracts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { heard } from '../../../test/heard.ts'
import { enter, makeRoom } from '../../../test/people.ts'
import { createTestApi, type TestApi, type TestBrowser } from '../../../test/test-api.ts'

let api: TestApi
let admin: Awaited<ReturnType<TestApi['agent']>>
beforeAll(async () => {
  api = await createTestApi({ ALLOWED_ACCESS_LEVELS: 'trusted restricted' })
  admin = await api.agent({ role: 'ADMIN', displayName: 'Ines Admin' })
})
afterAll(() => api.close())

const list = async (query: string) => adminListRooms.response.parse((await admin.get(`/admin/rooms?${query}`)).json())
const found = async (search: string) =>
  (await list(`search=${encodeURIComponent(search)}`)).items.map(({ name }) => name).sort()
const answer = async (response: ReturnType<TestBrowser['get']>) => {
  const { statusCode, json } = await response
  return [statusCode, statusCode === 204 ? undefined : json().code]
}

it('finds every room by name, code, and its owner’s name and e-mail', async () => {
  const owner = await api.agent({ displayName: 'Ömer Çelik', email: 'omer.celik@prefecture.example' })
  const one = await makeRoom(api, owner.user.id, { name: 'Cellule de crise' })
  await makeRoom(api, owner.user.id, { name: 'Point presse' })
  await makeRoom(api, admin.user.id, { name: 'Autre' })
  expect(await found('de crise')).toEqual(['Cellule de crise'])
  expect(await found(one.slug)).toEqual(['Cellule de crise'])
  expect(await found('ömer')).toEqual(['Cellule de crise', 'Point presse'])
  expect(await found('CELIK@pref')).toEqual(['Cellule de crise', 'Point presse'])
  expect(await found('nowhere')).toEqual([])
  const { items, nextCursor } = await list('limit=2')
  expect(items).toHaveLength(2)
  expect((await list(`limit=2&cursor=${nextCursor}`)).items[0]?.slug).not.toBe(items[1]?.slug)
  expect((await list(`search=${one.slug}`)).items).toMatchObject([
    { ownerId: owner.user.id, ownerEmail: 'omer.celik@prefecture.example', role: null },
  ])
})

it('finds the rooms of more owners than can be listed', async () => {
  const { prisma } = api.database
  const users = await prisma.user.createManyAndReturn({
    data: Array.from({ length: 501 }, (_, n) => {
      return { issuer: 'test', subject: randomUUID(), displayName: 'Many', email: `many${n}@crowd.example` }
    }),
  })
  await makeRoom(api, users.at(-1)?.id ?? '', { name: 'In the crowd' })
  expect(await found('crowd.example')).toEqual(['In the crowd'])
})

it('creates a room for an agent', async () => {
  const owner = await api.agent({ displayName: 'Marc Olive' })
  const events = heard(api, 'agent')
  const response = await admin.post('/admin/rooms', { name: 'Accueil', ownerId: owner.user.id })
  expect(response.statusCode).toBe(201)
  expect(response.json()).toMatchObject({
    name: 'Accueil',
    accessLevel: 'trusted',
    ownerName: 'Marc Olive',
    role: null,
  })
  await events.until(owner.user.id)
  expect((await owner.get('/rooms')).json().items).toMatchObject([{ name: 'Accueil', role: 'owner' }])
})

it('creates none for nobody, for the disabled, or more open than the operator allows', async () => {
  const gone = await api.agent()
  await api.database.prisma.user.update({ where: { id: gone.user.id }, data: { disabledAt: new Date() } })
  const faultsOf = async (body: object) => {
    const response = await admin.post('/admin/rooms', { name: 'X', ownerId: admin.user.id, ...body })
    return [response.statusCode, response.json().fields?.[0]?.path]
  }
  expect(await faultsOf({ ownerId: randomUUID() })).toEqual([400, 'body.ownerId'])
  expect(await faultsOf({ ownerId: gone.user.id })).toEqual([400, 'body.ownerId'])
  expect(await faultsOf({ accessLevel: 'open' })).toEqual([400, 'body.accessLevel'])
  const own = await makeRoom(api, admin.user.id)
  const opened = await admin.patch(`/rooms/${own.slug}`, { accessLevel: 'open' })
  expect(opened.json()).toMatchObject({
    code: 'invalid_request',
    fields: [{ path: 'body.accessLevel', message: 'must be one of trusted, restricted' }],
  })
  // A room from before the policy is held to the next stricter level.
  const room = await makeRoom(api, gone.user.id, { accessLevel: 'open' })
  expect((await list(`search=${room.slug}`)).items).toMatchObject([{ accessLevel: 'trusted' }])
})

it('renames a room, hands it over, and changes nothing when the new owner is none', async () => {
  const [owner, heir] = [await api.agent(), await api.agent({ displayName: 'Nadia Roux' })]
  const room = await makeRoom(api, owner.user.id, { name: 'Avant' })
  const path = `/admin/rooms/${room.slug}`
  expect(await answer(admin.patch(path, { name: 'Après', ownerId: randomUUID() }))).toEqual([400, 'invalid_request'])
  expect((await owner.get(`/rooms/${room.slug}`)).json().name).toBe('Avant')
  const response = await admin.patch(path, { name: 'Après', ownerId: heir.user.id })
  expect(response.json()).toMatchObject({ name: 'Après', ownerId: heir.user.id, ownerName: 'Nadia Roux', role: null })
  expect((await owner.get('/rooms')).json().items).toMatchObject([{ name: 'Après', role: 'cohost' }])
  const audit = await api.database.prisma.auditEvent.findMany({ where: { subjectId: room.id }, orderBy: { at: 'asc' } })
  expect(audit).toMatchObject([
    { action: 'room.updated', actorId: admin.user.id },
    { action: 'room.given', actorId: admin.user.id },
  ])
})

it('ends a call once, and deletes a room with its call', async () => {
  const owner = await api.agent()
  const room = await makeRoom(api, owner.user.id)
  const first = await enter(owner, room.slug)
  expect(await answer(admin.post(`/admin/rooms/${room.slug}/end-call`))).toEqual([204, undefined])
  expect(api.sfu.rooms.has(first.callId)).toBe(false)
  expect(await answer(admin.post(`/admin/rooms/${room.slug}/end-call`))).toEqual([409, 'conflict'])
  const second = await enter(owner, room.slug)
  expect(await answer(admin.delete(`/admin/rooms/${room.slug}`))).toEqual([204, undefined])
  expect(api.sfu.rooms.has(second.callId)).toBe(false)
  expect(await answer(admin.delete(`/admin/rooms/${room.slug}`))).toEqual([404, 'not_found'])
  expect(await answer(admin.patch(`/admin/rooms/${room.slug}`, { name: 'X' }))).toEqual([404, 'not_found'])
  expect(await answer(admin.post(`/admin/rooms/${room.slug}/end-call`))).toEqual([404, 'not_found'])
})
