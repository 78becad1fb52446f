import { listBans } from '@visavis/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enter, join, makeRoom } from '../../../test/people.ts'
import { createTestApi, type TestApi, type TestBrowser } from '../../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

const removed = { outcome: 'denied', reason: 'removed' }
const paul = { displayName: 'Paul' }

async function callOfThree(accessLevel: 'open' | 'restricted' = 'open') {
  const [owner, karim] = [await api.agent(), await api.agent({ displayName: 'Karim Haddad' })]
  const room = await makeRoom(api, owner.user.id, { accessLevel: 'open' })
  const browser = api.guest()
  const host = await enter(owner, room.slug)
  const agent = await enter(karim, room.slug)
  const guest = await enter(browser, room.slug, paul)
  if (accessLevel !== 'open') await owner.patch(`/rooms/${room.slug}`, { accessLevel })
  for (const { callId, identity } of [host, agent, guest]) api.sfu.connect(callId, identity)
  return { owner, karim, browser, room, host, agent, guest, callId: host.callId }
}

type Someone = { callId: string; identity: string }
const ban = async (host: TestBrowser, { callId, identity }: Someone) =>
  (await host.post(`/calls/${callId}/participants/${identity}/ban`)).statusCode
const bansOf = async (host: TestBrowser, slug: string) =>
  listBans.response.parse((await host.get(`/rooms/${slug}/bans`)).json()).items
const lift = async (host: TestBrowser, slug: string, id: string) =>
  (await host.delete(`/rooms/${slug}/bans/${id}`)).statusCode

describe('a guest who is banned', () => {
  it('is out at once and stays out, in the next call, too, and reaches no lobby', async () => {
    const { owner, browser, room, guest, callId } = await callOfThree()
    expect(await ban(owner, guest)).toBe(204)
    expect(api.sfu.rooms.get(callId)?.has(guest.identity)).toBe(false)
    expect(await join(browser, room.slug, paul)).toEqual(removed)
    await owner.post(`/calls/${callId}/end`)
    await enter(owner, room.slug)
    expect(await join(browser, room.slug, { displayName: 'Somebody Else' })).toEqual(removed)
    await owner.patch(`/rooms/${room.slug}`, { accessLevel: 'restricted' })
    expect(await join(browser, room.slug, paul)).toEqual(removed)
    expect(await api.database.prisma.lobbyEntry.count({ where: { roomId: room.id } })).toBe(0)
    const elsewhere = await callOfThree()
    expect((await join(browser, elsewhere.room.slug, paul)).outcome).toBe('admitted')
    expect((await join(api.guest(), room.slug, paul)).outcome).toBe('waiting')
  })

  it('is known after signing in, when the browser has been at the door and when it has not', async () => {
    const { owner, browser, room, guest } = await callOfThree()
    const other = api.guest()
    const otherGuest = await enter(other, room.slug, { displayName: 'Sonia' })
    await ban(owner, guest)
    await ban(owner, otherGuest)

    // At the door: a cookie outlives the session, however that ends.
    await join(browser, room.slug, paul)
    browser.cookies.delete('visavis')
    expect(await join(browser, room.slug, paul)).toEqual(removed)

    // Signing in gives a new session, which remembers the former one.
    const former = await api.database.prisma.roomBan.findFirstOrThrow({
      where: { roomId: room.id, displayName: 'Sonia' },
    })
    const { user } = await api.agent()
    const signedIn = await api.anotherBrowserOf(user)
    await api.database.pool.query(
      `update "session" set sess = jsonb_set(sess::jsonb, '{guestHash}', to_jsonb($2::text)) where sess->>'agentId' = $1`,
      [user.id, former.sessionHash],
    )
    expect(await join(signedIn, room.slug)).toEqual(removed)
    expect((await join(await api.agent(), room.slug)).outcome).toBe('admitted')
  })

  it('who waits in the lobby on another page is told no', async () => {
    const { owner, browser, room, guest } = await callOfThree('restricted')
    expect((await join(browser, room.slug, paul)).outcome).toBe('waiting')
    await ban(owner, guest)
    const entry = await api.database.prisma.lobbyEntry.findFirstOrThrow({ where: { roomId: room.id } })
    expect(entry.state).toBe('denied')
  })
})

describe('an agent who is banned', () => {
  it('stays out with every device, and is no member any more', async () => {
    const { owner, karim, room, agent, callId } = await callOfThree()
    await owner.put(`/rooms/${room.slug}/members`, { email: karim.user.email, role: 'cohost' })
    expect(await ban(owner, agent)).toBe(204)
    await owner.post(`/calls/${callId}/end`)
    expect(await join(await api.anotherBrowserOf(karim.user), room.slug)).toEqual(removed)
    expect((await karim.get(`/rooms/${room.slug}/members`)).statusCode).toBe(403)
    expect(await api.database.prisma.roomMember.count({ where: { roomId: room.id } })).toBe(0)
  })

  it('may come again once they are made a member, or given the room', async () => {
    const { owner, karim, room, agent, callId } = await callOfThree()
    await ban(owner, agent)
    await owner.post(`/calls/${callId}/end`)
    await owner.put(`/rooms/${room.slug}/members`, { email: karim.user.email, role: 'member' })
    expect((await join(karim, room.slug)).outcome).toBe('admitted')
    expect(await bansOf(owner, room.slug)).toEqual([])
    const heir = await api.agent()
    await ban(owner, await enter(heir, room.slug))
    await owner.put(`/rooms/${room.slug}/owner`, { email: heir.user.email })
    expect(await bansOf(heir, room.slug)).toEqual([])
  })
})

describe('bans', () => {
  it('are listed for hosts and lifted by them: whoever it was comes in at once', async () => {
    const { owner, karim, browser, room, agent, guest } = await callOfThree()
    await ban(owner, guest)
    await ban(owner, agent)
    const [first, second] = await bansOf(owner, room.slug)
    expect([first, second]).toMatchObject([
      { displayName: 'Karim Haddad', verified: true },
      { displayName: 'Paul', verified: false },
    ])
    const elsewhere = await callOfThree()
    expect(await lift(elsewhere.owner, elsewhere.room.slug, first?.id ?? '')).toBe(404)
    expect(await lift(karim, room.slug, first?.id ?? '')).toBe(403)
    for (const { id } of [first, second].filter((item) => item !== undefined))
      expect(await lift(owner, room.slug, id)).toBe(204)
    expect(await lift(owner, room.slug, first?.id ?? '')).toBe(404)
    expect(await bansOf(owner, room.slug)).toEqual([])
    expect((await join(karim, room.slug)).outcome).toBe('admitted')
    expect((await join(browser, room.slug, paul)).outcome).toBe('admitted')
    const where = { actorId: owner.user.id }
    const audit = await api.database.prisma.auditEvent.findMany({ where, orderBy: { id: 'asc' } })
    const actions = audit.map(({ action }) => action)
    expect(actions.filter((action) => /banned|lifted/.test(action))).toEqual([
      'participant.banned',
      'participant.banned',
      'ban.lifted',
      'ban.lifted',
    ])
    expect(JSON.stringify(audit)).not.toMatch(/Paul|Karim/)
  })

  it('are for hosts of the call: nobody bans the owner or themselves, and a co-host no member', async () => {
    const { owner, karim, browser, room, host, agent, guest } = await callOfThree()
    const elsewhere = await callOfThree()
    expect(await ban(browser, agent)).toBe(403)
    expect(await ban(karim, guest)).toBe(403)
    expect(await ban(elsewhere.owner, guest)).toBe(403)
    expect(await ban(owner, { callId: guest.callId, identity: elsewhere.guest.identity })).toBe(404)
    expect(await ban(owner, host)).toBe(409)
    await owner.put(`/rooms/${room.slug}/members`, { email: karim.user.email, role: 'cohost' })
    expect(await ban(karim, host)).toBe(409)
    expect(await ban(karim, agent)).toBe(409)
    const zoe = await api.agent()
    await owner.put(`/rooms/${room.slug}/members`, { email: zoe.user.email, role: 'member' })
    const member = await enter(zoe, room.slug)
    expect(await ban(karim, member)).toBe(403)
    expect(await ban(owner, member)).toBe(204)
    expect(await ban(karim, guest)).toBe(204)
    expect(await ban(karim, guest)).toBe(204)
    expect(await bansOf(karim, room.slug)).toHaveLength(2)
  })
})
