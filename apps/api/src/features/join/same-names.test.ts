import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enter, makeRoom } from '../../../test/people.ts'
import { createTestApi, type TestApi, type TestBrowser } from '../../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

async function openRoom(ownerName = 'Anne Roche') {
  const owner = await api.agent({ displayName: ownerName })
  const room = await makeRoom(api, owner.user.id, { accessLevel: 'open' })
  const host = await enter(owner, room.slug)
  return { owner, room, host, callId: host.callId }
}
const come = (slug: string, displayName: string, browser: TestBrowser = api.guest()) =>
  enter(browser, slug, { displayName })
const nameOf = async (slug: string, displayName: string, browser?: TestBrowser) =>
  (await come(slug, displayName, browser)).displayName
/** What the token says, and what the database knows. */
async function shown({ token, identity }: { token: string; identity: string }) {
  const { name, attributes } = decodeJwt<{ name: string; attributes: Record<string, string> }>(token)
  const row = await api.database.prisma.participant.findUniqueOrThrow({ where: { id: identity } })
  expect([name, attributes['namesake'] === 'true']).toEqual([row.displayName, row.namesake])
  return [name, row.namesake]
}

describe('the same name', () => {
  it('has a number from the second one on, whatever letters it is written in', async () => {
    const { room } = await openRoom()
    const names = [
      'Paul Mercier',
      'paul mercier',
      'Pаul Мercier',
      'Ｐａｕｌ Mercier',
      'Paul\u200b Mercier',
      'Paul Mercier (2)',
    ]
    const given = []
    for (const name of names) given.push(await nameOf(room.slug, name))
    expect(given).toEqual([
      'Paul Mercier',
      'paul mercier (2)',
      'Pаul Мercier (3)',
      'Ｐａｕｌ Mercier (4)',
      'Paul Mercier (5)',
      'Paul Mercier (6)',
    ])
    for (const name of ['محمد', 'محمد', '👩‍💻', '👩‍💻', 'Paula Mercier']) given.push(await nameOf(room.slug, name))
    expect(given.slice(6)).toEqual(['محمد', 'محمد (2)', '👩‍💻', '👩‍💻 (2)', 'Paula Mercier'])
  })

  it('keeps its number over a reload, a return and a second device, and begins anew in the next call', async () => {
    const { owner, room, callId } = await openRoom()
    const [paul, other] = [api.guest(), api.guest()]
    await come(room.slug, 'Paul', paul)
    const second = await come(room.slug, 'Paul', other)
    expect(second.displayName).toBe('Paul (2)')
    expect(await nameOf(room.slug, 'Paul', other)).toBe('Paul (2)')
    expect(await nameOf(room.slug, 'Paul', paul)).toBe('Paul')
    const { identity, resumeSecret: secret } = second
    const back = await enter(other, room.slug, { displayName: 'Paul', resume: { identity, secret } })
    expect(await shown(back)).toEqual(['Paul (2)', false])
    const device = await enter(await api.anotherBrowserOf(owner.user), room.slug)
    expect(await shown(device)).toEqual(['Anne Roche', false])
    await owner.post(`/calls/${callId}/end`)
    expect(await api.database.prisma.callName.count({ where: { callId } })).toBe(0)
    await enter(owner, room.slug)
    expect(await nameOf(room.slug, 'Paul', other)).toBe('Paul')
  })

  it('is told apart where many come by it at once', async () => {
    const { room } = await openRoom()
    const names = await Promise.all(Array.from({ length: 30 }, () => nameOf(room.slug, 'Invité')))
    expect(new Set(names).size).toBe(30)
    expect(names).toContain('Invité')
    expect(names).toContain('Invité (30)')
  })

  it('of two agents is numbered, too', async () => {
    const { room } = await openRoom('Marie Martin')
    const other = await enter(await api.agent({ displayName: 'Marie Martin' }), room.slug)
    expect(await shown(other)).toEqual(['Marie Martin (2)', false])
  })
})

describe('a guest with an agent’s name', () => {
  it('is marked where the agent is in the call, is of the room, or owns it', async () => {
    const { owner, room } = await openRoom('Claire Lemoine')
    const member = await api.agent({ displayName: 'Karim Haddad' })
    await owner.put(`/rooms/${room.slug}/members`, { email: member.user.email, role: 'member' })
    await enter(await api.agent({ displayName: 'Zoé Petit' }), room.slug)
    await api.agent({ displayName: 'Luc Moreau' })
    expect(await shown(await come(room.slug, 'CIaire Lemοine'))).toEqual(['CIaire Lemοine (2)', true])
    expect(await shown(await come(room.slug, 'Karim  Haddad'))).toEqual(['Karim Haddad', true])
    expect(await shown(await come(room.slug, 'Zoe Petit'))).toEqual(['Zoe Petit (2)', true])
    // An agent of the service, and of nothing here.
    expect(await shown(await come(room.slug, 'Luc Moreau'))).toEqual(['Luc Moreau', false])
  })

  it('gives way to the agent who comes after, and is marked from then on', async () => {
    const { room, callId } = await openRoom()
    const browser = api.guest()
    const guest = await come(room.slug, 'Claire Lemoine', browser)
    const tab = await come(room.slug, 'claire lemoine', browser)
    expect(await shown(guest)).toEqual(['Claire Lemoine', false])
    for (const { identity } of [guest, tab]) api.sfu.connect(callId, identity)
    const claire = await enter(await api.agent({ displayName: 'Claire Lemoine' }), room.slug)
    expect(await shown(claire)).toEqual(['Claire Lemoine', false])
    const given = { displayName: 'Claire Lemoine (2)', namesake: true }
    for (const { identity } of [guest, tab]) expect(api.sfu.names.get(identity)).toMatchObject(given)
    const { identity, resumeSecret: secret } = guest
    const back = await enter(browser, room.slug, { displayName: 'Claire Lemoine', resume: { identity, secret } })
    expect(await shown(back)).toEqual(['Claire Lemoine (2)', true])
    expect(await shown(await come(room.slug, 'Claire Lemoine'))).toEqual(['Claire Lemoine (3)', true])
  })

  it('is never shown as the agent is, whoever of them is first', async () => {
    for (let round = 0; round < 5; round++) {
      const { room, callId } = await openRoom()
      const claire = await api.agent({ displayName: 'Claire Lemoine' })
      await Promise.all([
        ...Array.from({ length: 5 }, () => come(room.slug, 'Claire Lemoine')),
        enter(claire, room.slug),
      ])
      const rows = await api.database.prisma.participant.findMany({ where: { callId, nameKey: claire.user.nameKey } })
      expect(new Set(rows.map(({ displayName }) => displayName)).size).toBe(6)
      expect(rows.find(({ userId }) => userId !== null)?.displayName).toBe('Claire Lemoine')
      expect(rows.filter(({ namesake }) => namesake)).toHaveLength(5)
    }
  })
})
