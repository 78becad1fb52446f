import { randomUUID } from 'node:crypto'
import { roomPreviewSchema, roomSchema } from '@visavis/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { heard } from '../../../test/heard.ts'
import { makeRoom } from '../../../test/people.ts'
import { createTestApi, type TestApi } from '../../../test/test-api.ts'
import { createRooms } from './rooms.service.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

const auditOf = (subjectId: string) =>
  api.database.prisma.auditEvent.findMany({ where: { subjectId }, orderBy: { at: 'asc' } })

describe('creating', () => {
  it('makes a trusted room that the agent owns', async () => {
    const claire = await api.agent()
    const events = heard(api, 'agent')
    const response = await claire.post('/rooms', { name: '  Comité   de\u202e pilotage\u200b ' })
    expect(response.statusCode).toBe(201)
    const room = roomSchema.parse(response.json())
    expect(room).toMatchObject({
      name: 'Comité de pilotage',
      accessLevel: 'trusted',
      ownerName: 'Claire Lemoine',
      role: 'owner',
      lastUsedAt: null,
      liveCall: null,
    })
    await events.until(claire.user.id)
    const { id } = await api.database.prisma.room.findUniqueOrThrow({ where: { slug: room.slug } })
    expect(await auditOf(id)).toMatchObject([{ action: 'room.created', actorId: claire.user.id }])
  })

  it('names a room after its owner in the browser’s language', async () => {
    const claire = await api.agent()
    const name = async (language: string) =>
      (await claire.request('POST', '/rooms', { body: {}, headers: { 'accept-language': language } })).json().name
    expect(await name('fr-FR,fr')).toBe('Salon de Claire')
    expect(await name('en-GB,en;q=0.9')).toBe('Claire’s room')
  })

  it.each([
    ['name', 'x'.repeat(2000)],
    ['name', '\u200b\u2060'],
    ['name', ''],
    ['accessLevel', 'public'],
  ])('refuses a wrong %s', async (field, value) => {
    const response = await (await api.agent()).post('/rooms', { [field]: value })
    expect(response.statusCode).toBe(400)
    expect(response.json().code).toBe('invalid_request')
    for (const fault of response.json().fields) expect(fault.path).toBe(`body.${field}`)
  })

  it('takes another code when one is taken, and gives up in the end', async () => {
    const claire = await api.agent()
    const taken = await makeRoom(api, claire.user.id)
    const free = 'zzz-zzzz-zzz'
    const audit = async () => {}
    const withSlugs = (newSlug: () => string) =>
      createRooms({
        ...api.database,
        events: api.events,
        audit,
        allowedAccessLevels: ['trusted'],
        newSlug,
        endOpenCall: audit,
        followRoom: audit,
        rolesChanged: audit,
        cancelMeetings: async () => {},
      })
    const slugs = [taken.slug, taken.slug, free]
    const room = await withSlugs(() => slugs.shift() ?? '').create(claire.user.id, claire.user, { name: 'A' })
    expect(room.slug).toBe(free)
    await expect(withSlugs(() => free).create(claire.user.id, claire.user, { name: 'B' })).rejects.toThrow()
  })
})

describe('what the holder of a link sees', () => {
  const preview = async (browser: { get(path: string): Promise<{ json(): unknown }> }, slug: string) =>
    roomPreviewSchema.parse((await browser.get(`/rooms/${slug}`)).json())

  it('is the name, the owner and which way in, but nothing of a restricted room', async () => {
    const owner = await api.agent({ displayName: 'Omar Haddad' })
    const [stranger, guest] = [await api.agent(), api.guest()]
    const open = await makeRoom(api, owner.user.id, { accessLevel: 'open', name: 'Accueil' })
    const trusted = await makeRoom(api, owner.user.id, { name: 'Équipe' })
    const restricted = await makeRoom(api, owner.user.id, { accessLevel: 'restricted', name: 'Secret' })
    const told = { ownerName: 'Omar Haddad', role: null }
    expect(await preview(guest, open.slug)).toMatchObject({ ...told, name: 'Accueil', entry: 'direct' })
    expect(await preview(guest, trusted.slug)).toMatchObject({ ...told, name: 'Équipe', entry: 'lobby' })
    expect(await preview(stranger, trusted.slug)).toMatchObject({ ...told, name: 'Équipe', entry: 'direct' })
    const hidden = { slug: restricted.slug, name: null, ownerName: null, role: null, entry: 'lobby', elsewhere: false }
    expect(await preview(guest, restricted.slug)).toEqual(hidden)
    expect(await preview(stranger, restricted.slug)).toEqual(hidden)
    await api.database.prisma.roomMember.create({
      data: { roomId: restricted.id, userId: stranger.user.id, role: 'member' },
    })
    const shown = { name: 'Secret', ownerName: 'Omar Haddad', entry: 'direct' }
    expect(await preview(stranger, restricted.slug)).toMatchObject({ ...shown, role: 'member' })
    expect(await preview(owner, restricted.slug)).toMatchObject({ ...shown, role: 'owner' })
  })

  it('is 404 for a room that is not there', async () => {
    const response = await api.guest().get('/rooms/aaa-bbbb-ccc')
    expect([response.statusCode, response.json().code]).toEqual([404, 'not_found'])
  })
})

describe('changing', () => {
  it('renames, and tells lobbies when the access level changes', async () => {
    const owner = await api.agent()
    const room = await makeRoom(api, owner.user.id)
    const lobbies = heard(api, 'lobby')
    const response = await owner.patch(`/rooms/${room.slug}`, { name: 'Bureau', accessLevel: 'open' })
    expect(response.json()).toMatchObject({ name: 'Bureau', accessLevel: 'open' })
    await lobbies.until(room.id)
    await owner.patch(`/rooms/${room.slug}`, { name: 'Bureau' })
    expect(await auditOf(room.id)).toMatchObject([
      { action: 'room.updated', details: { renamed: true, accessLevel: 'open' } },
    ])
  })

  it('tells a room’s name to nobody’s audit', async () => {
    const owner = await api.agent()
    const room = await makeRoom(api, owner.user.id)
    await owner.patch(`/rooms/${room.slug}`, { name: 'Plan social' })
    expect(JSON.stringify(await auditOf(room.id))).not.toContain('Plan social')
  })

  it('hands the room over and keeps the former owner as co-host', async () => {
    const [owner, heir] = [await api.agent(), await api.agent({ displayName: 'Nadia Roux' })]
    const room = await makeRoom(api, owner.user.id)
    await api.database.prisma.roomMember.create({ data: { roomId: room.id, userId: heir.user.id, role: 'member' } })
    const events = heard(api, 'agent')
    const response = await owner.put(`/rooms/${room.slug}/owner`, { email: heir.user.email.toUpperCase() })
    expect(response.json()).toMatchObject({ ownerName: 'Nadia Roux', role: 'cohost' })
    await events.until(owner.user.id, heir.user.id)
    expect(await api.database.prisma.roomMember.findMany({ where: { roomId: room.id } })).toMatchObject([
      { userId: owner.user.id, role: 'cohost' },
    ])
    expect(await auditOf(room.id)).toMatchObject([{ action: 'room.given', details: { to: heir.user.id } }])
  })

  it('gives a room to itself without a trace', async () => {
    const owner = await api.agent()
    const room = await makeRoom(api, owner.user.id)
    const response = await owner.put(`/rooms/${room.slug}/owner`, { email: owner.user.email })
    expect(response.json()).toMatchObject({ role: 'owner' })
    expect(await auditOf(room.id)).toEqual([])
  })

  it('gives a room to one of two at once, not to both', async () => {
    const [owner, one, other] = [await api.agent(), await api.agent(), await api.agent()]
    const room = await makeRoom(api, owner.user.id)
    const answers = await Promise.all(
      [one, other].map(async ({ user }) => {
        const { statusCode } = await owner.put(`/rooms/${room.slug}/owner`, { email: user.email })
        return { statusCode, id: user.id }
      }),
    )
    const winners = answers.filter(({ statusCode }) => statusCode === 200)
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 403])
    expect(await api.database.prisma.room.findUnique({ where: { id: room.id } })).toMatchObject({
      ownerId: winners[0]?.id,
    })
    expect(await api.database.prisma.roomMember.findMany({ where: { roomId: room.id } })).toMatchObject([
      { userId: owner.user.id, role: 'cohost' },
    ])
  })

  it('does not guess between accounts, nor give to nobody or to the disabled', async () => {
    const owner = await api.agent()
    const room = await makeRoom(api, owner.user.id)
    const give = async (email: string) =>
      (await owner.put(`/rooms/${room.slug}/owner`, { email })).json().code as string
    const twins = `${randomUUID()}@agents.example`
    await api.agent({ email: twins })
    await api.agent({ email: twins })
    const gone = await api.agent()
    await api.database.prisma.user.update({ where: { id: gone.user.id }, data: { disabledAt: new Date() } })
    expect(await give(twins)).toBe('email_ambiguous')
    expect(await give('nobody@agents.example')).toBe('email_unknown')
    expect(await give(gone.user.email)).toBe('email_unknown')
    expect(await give('not an address')).toBe('invalid_request')
  })
})
