import { listRooms as listRoomsEndpoint, type ResponseOf } from '@visavis/contracts'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { enter, makeRoom } from '../../../test/people.ts'
import { createTestApi, type TestApi, type TestBrowser } from '../../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

type Rooms = ResponseOf<typeof listRoomsEndpoint>

async function list(browser: TestBrowser, query = ''): Promise<Rooms> {
  return listRoomsEndpoint.response.parse((await browser.get(`/rooms${query}`)).json())
}

const names = ({ items }: Rooms) => items.map(({ name }) => name)
const search = async (browser: TestBrowser, text: string) =>
  names(await list(browser, `?search=${encodeURIComponent(text)}`))

async function used(ownerId: string, name: string, hoursAgo: number) {
  const room = await makeRoom(api, ownerId, { name })
  const touchedAt = new Date(Date.now() - hoursAgo * 3_600_000)
  return await api.database.prisma.room.update({ where: { id: room.id }, data: { touchedAt } })
}

it('shows the rooms that one owns, hosts or is a member of, last used first, and no other', async () => {
  const [claire, omar] = [await api.agent(), await api.agent({ displayName: 'Omar Haddad' })]
  await used(claire.user.id, 'Mienne', 3)
  const hosted = await used(omar.user.id, 'Animée', 1)
  const joined = await used(omar.user.id, 'Ouverte', 2)
  await used(omar.user.id, 'Sienne', 0)
  await api.database.prisma.roomMember.createMany({
    data: [
      { roomId: hosted.id, userId: claire.user.id, role: 'cohost' },
      { roomId: joined.id, userId: claire.user.id, role: 'member' },
    ],
  })
  const { items, nextCursor } = await list(claire)
  expect(items.map(({ name, role, ownerName }) => [name, role, ownerName])).toEqual([
    ['Animée', 'cohost', 'Omar Haddad'],
    ['Ouverte', 'member', 'Omar Haddad'],
    ['Mienne', 'owner', 'Claire Lemoine'],
  ])
  expect(nextCursor).toBeNull()
})

it('says nothing of owners but their names', async () => {
  const claire = await api.agent()
  await makeRoom(api, claire.user.id)
  const { body } = await claire.get('/rooms')
  expect(body).not.toContain(claire.user.email)
  expect(body).not.toContain(claire.user.id)
})

it('counts who is in the call, not who has left it or never came', async () => {
  const claire = await api.agent()
  const room = await makeRoom(api, claire.user.id)
  const { callId } = await enter(claire, room.slug)
  const people = [
    { joinedAt: new Date(), leftAt: null },
    { joinedAt: new Date(), leftAt: null },
    { joinedAt: new Date(), leftAt: new Date() },
  ]
  const others = { callId, displayName: 'X', role: 'participant' as const, sessionHash: '', resumeHash: '' }
  await api.database.prisma.participant.createMany({
    data: people.map((person) => ({ ...others, ...person, id: crypto.randomUUID() })),
  })
  expect((await list(claire)).items).toMatchObject([{ liveCall: { callId, participants: 2 } }])
  await claire.post(`/calls/${callId}/end`)
  expect((await list(claire)).items).toMatchObject([{ liveCall: null }])
})

it('finds by parts of name and code, whatever the case, and takes % and _ as they are', async () => {
  const claire = await api.agent()
  const [first] = [await used(claire.user.id, 'Comité Élargi', 1), await used(claire.user.id, '100 % télétravail', 2)]
  expect(await search(claire, 'élarg')).toEqual(['Comité Élargi'])
  expect(await search(claire, ' COMITÉ ')).toEqual(['Comité Élargi'])
  expect(await search(claire, first.slug.slice(2, 8))).toEqual(['Comité Élargi'])
  expect(await search(claire, '%')).toEqual(['100 % télétravail'])
  expect(await search(claire, '_')).toEqual([])
  expect(await search(claire, "'; drop table")).toEqual([])
  expect(await search(claire, '')).toHaveLength(2)
})

it('pages through all rooms once, equal times included', async () => {
  const claire = await api.agent()
  for (const name of ['a', 'b', 'c', 'd', 'e']) await used(claire.user.id, name, 1)
  const at = new Date()
  await api.database.prisma.room.updateMany({ where: { ownerId: claire.user.id }, data: { touchedAt: at } })
  await used(claire.user.id, 'f', 2)
  const seen: string[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page = await list(claire, `?limit=2${cursor && `&cursor=${cursor}`}`)
    seen.push(...names(page))
    cursor = page.nextCursor
  }
  expect(seen.sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
})

it.each(['cursor=x', 'cursor=bnVsbA', 'cursor=', 'limit=0', 'limit=101', 'limit=x', `search=${'x'.repeat(101)}`])(
  'refuses %s',
  async (query) => {
    const response = await (await api.agent()).get(`/rooms?${query}`)
    expect([response.statusCode, response.json().code]).toEqual([400, 'invalid_request'])
  },
)

it('asks the database no more for many rooms than for one', async () => {
  const claire = await api.agent()
  const query = vi.spyOn(api.database.pool, 'query')
  const queriesFor = async (rooms: number) => {
    query.mockClear()
    expect((await list(claire)).items).toHaveLength(rooms)
    return query.mock.calls.length
  }
  await used(claire.user.id, 'one', 1)
  const one = await queriesFor(1)
  for (let more = 0; more < 9; more++) await used(claire.user.id, 'more', 1)
  expect(await queriesFor(10)).toBe(one)
  query.mockRestore()
})
