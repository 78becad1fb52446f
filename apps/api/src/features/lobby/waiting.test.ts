import type { EntryState, LobbySnapshot } from '@visavis/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readEvents } from '../../../test/event-reader.ts'
import { enter, join, makeRoom } from '../../../test/people.ts'
import { createTestApi, type TestApi, type TestBrowser } from '../../../test/test-api.ts'
import { createLobby } from './lobby.service.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

async function knock(browser: TestBrowser, slug: string, displayName: string): Promise<string> {
  const outcome = await join(browser, slug, { displayName })
  if (outcome.outcome !== 'waiting') throw new Error(`expected to wait: ${outcome.outcome}`)
  return outcome.entryId
}
const entryOf = (browser: TestBrowser, slug: string) => readEvents(api, browser, `/rooms/${slug}/lobby/entry/events`)

const createTestLobby = (patienceMinutes: number) =>
  createLobby({
    prisma: api.database.prisma,
    events: api.events,
    audit: async () => {},
    allowedAccessLevels: ['open', 'trusted', 'restricted'],
    patienceMinutes,
    openCall: () => Promise.resolve(null),
  })

/** As one copy of the API does each minute. */
const tidyUp = (patienceMinutes = 30) => createTestLobby(patienceMinutes).tidyUp()

/** Makes everything that happened in a room so much longer ago, by the database's clock. */
async function pass(roomId: string, minutes: number) {
  const by = `interval '${minutes} minutes'`
  await api.database.pool.query(
    `update "LobbyEntry" set "requestedAt" = "requestedAt" - ${by}, "seenAt" = "seenAt" - ${by} where "roomId" = $1`,
    [roomId],
  )
  await api.database.pool.query(
    `update "Participant" p set "joinedAt" = p."joinedAt" - ${by}, "leftAt" = p."leftAt" - ${by}
    from "Call" c where c.id = p."callId" and c."roomId" = $1`,
    [roomId],
  )
}
const arrived = (id: string) =>
  api.database.prisma.participant.update({ where: { id }, data: { joinedAt: new Date() } })
const left = (id: string) => api.database.prisma.participant.update({ where: { id }, data: { leftAt: new Date() } })

it('a host who arrives late finds everybody who waits, first come first', async () => {
  const owner = await api.agent()
  const room = await makeRoom(api, owner.user.id)
  const names = ['Paul Mercier', 'Sonia Belkacem', 'Ana Ruiz', 'Bo Lind']
  const entries: string[] = []
  for (const name of names) entries.push(await knock(api.guest(), room.slug, name))
  await enter(owner, room.slug)
  const hosts = await readEvents(api, owner, '/lobby/events')
  const { waiting } = await hosts.next<LobbySnapshot>('lobby')
  expect(waiting.map(({ displayName }) => displayName)).toEqual(names)
  const instants = waiting.map(({ requestedAt }) => requestedAt)
  expect(instants).toEqual([...instants].sort())

  const some = entries.slice(1, 3)
  const decided = await owner.post(`/rooms/${room.slug}/lobby/decisions`, { decision: 'admit', entryIds: some })
  expect(decided.json().decided.toSorted()).toEqual(some.toSorted())
  const left = await hosts.next<LobbySnapshot>('lobby', ({ waiting }) => waiting.length === 2)
  expect(left.waiting.map(({ displayName }) => displayName)).toEqual(['Paul Mercier', 'Bo Lind'])
})

describe('a message from hosts', () => {
  it('is read by everybody who waits, and who comes to wait, until it is taken back', async () => {
    const owner = await api.agent()
    const room = await makeRoom(api, owner.user.id)
    const [paul, sonia] = [api.guest(), api.guest()]
    await knock(paul, room.slug, 'Paul')
    const pauls = await entryOf(paul, room.slug)
    expect((await pauls.next<EntryState>('entry')).message).toBeNull()
    const tell = async (text: string | null) =>
      (await owner.put(`/rooms/${room.slug}/lobby/message`, { text })).statusCode
    expect(await tell('  We begin at ten. <b>Hello</b>\u0000 ')).toBe(204)
    const { message } = await pauls.next<EntryState>('entry', ({ message }) => message !== null)
    expect(message?.text).toBe('We begin at ten. <b>Hello</b>')
    await knock(sonia, room.slug, 'Sonia')
    const sonias = await entryOf(sonia, room.slug)
    expect((await sonias.next<EntryState>('entry')).message?.text).toBe(message?.text)
    const hosts = await readEvents(api, owner, '/lobby/events')
    expect((await hosts.next<LobbySnapshot>('lobby')).messages).toEqual([{ slug: room.slug, ...message }])
    expect(await tell(null)).toBe(204)
    await sonias.next<EntryState>('entry', ({ message }) => message === null)
  })

  it('is gone with the call, is for one room alone, and nobody else’s to send', async () => {
    const owner = await api.agent()
    const [room, other] = [await makeRoom(api, owner.user.id), await makeRoom(api, owner.user.id)]
    const { callId } = await enter(owner, room.slug)
    const [paul, sonia] = [api.guest(), api.guest()]
    await knock(paul, room.slug, 'Paul')
    await knock(sonia, other.slug, 'Sonia')
    const send = (browser: TestBrowser) => browser.put(`/rooms/${room.slug}/lobby/message`, { text: 'Bientôt' })
    for (const browser of [paul, sonia, await api.agent()]) expect((await send(browser)).statusCode).toBe(403)
    expect((await send(owner)).statusCode).toBe(204)
    expect((await (await entryOf(sonia, other.slug)).next<EntryState>('entry')).message).toBeNull()
    const [pauls, hosts] = [await entryOf(paul, room.slug), await readEvents(api, owner, '/lobby/events')]
    expect((await pauls.next<EntryState>('entry')).message?.text).toBe('Bientôt')
    await hosts.next<LobbySnapshot>('lobby', ({ messages }) => messages.some(({ slug }) => slug === room.slug))
    await owner.post(`/calls/${callId}/end`)
    // Those who wait and those who host are told, not only who asks next.
    expect(await pauls.next<EntryState>('entry')).toMatchObject({ state: 'waiting', message: null })
    await hosts.next<LobbySnapshot>('lobby', ({ messages }) => messages.every(({ slug }) => slug !== room.slug))
  })

  it('is shown for twelve hours where no call ends it, and is then deleted', async () => {
    const owner = await api.agent()
    const room = await makeRoom(api, owner.user.id)
    const paul = api.guest()
    await knock(paul, room.slug, 'Paul')
    await owner.put(`/rooms/${room.slug}/lobby/message`, { text: 'À demain' })
    await tidyUp()
    const told = async () => (await (await entryOf(paul, room.slug)).next<EntryState>('entry')).message
    expect((await told())?.text).toBe('À demain')
    const longAgo = new Date(Date.now() - 12 * 60 * 60_000 - 1000)
    await api.database.prisma.room.update({ where: { id: room.id }, data: { lobbyMessageAt: longAgo } })
    expect(await told()).toBeNull()
    await tidyUp()
    const { lobbyMessage } = await api.database.prisma.room.findUniqueOrThrow({ where: { id: room.id } })
    expect(lobbyMessage).toBeNull()
  })

  it.each(['', '   ', '\u200b', 'x'.repeat(281)])('is not %j', async (text) => {
    const owner = await api.agent()
    const room = await makeRoom(api, owner.user.id)
    expect((await owner.put(`/rooms/${room.slug}/lobby/message`, { text })).statusCode).toBe(400)
  })
})

describe('where no host comes', () => {
  it('who has waited for as long as the operator has them wait is told so, and may ask again', async () => {
    const owner = await api.agent()
    const room = await makeRoom(api, owner.user.id)
    const paul = api.guest()
    const entryId = await knock(paul, room.slug, 'Paul')
    const [entry, hosts] = [await entryOf(paul, room.slug), await readEvents(api, owner, '/lobby/events')]
    await hosts.next<LobbySnapshot>('lobby', ({ waiting }) => waiting.length === 1)
    await pass(room.id, 29)
    await tidyUp()
    expect((await entry.next<EntryState>('entry')).state).toBe('waiting')
    await pass(room.id, 2)
    await tidyUp(0)
    expect((await (await entryOf(paul, room.slug)).next<EntryState>('entry')).state).toBe('waiting')
    await tidyUp()
    await entry.next<EntryState>('entry', ({ state }) => state === 'expired')
    await hosts.next<LobbySnapshot>('lobby', ({ waiting }) => waiting.length === 0)
    const late = await owner.post(`/rooms/${room.slug}/lobby/decisions`, { decision: 'admit', entryIds: [entryId] })
    expect(late.json()).toEqual({ decided: [] })

    expect(await knock(paul, room.slug, 'Paul')).toBe(entryId)
    await hosts.next<LobbySnapshot>('lobby', ({ waiting }) => waiting[0]?.id === entryId)
    await tidyUp()
    expect((await (await entryOf(paul, room.slug)).next<EntryState>('entry')).state).toBe('waiting')
  })

  it('a host who is in the call, or was a moment ago, is one who came; one who looked in long ago is not', async () => {
    const owner = await api.agent()
    const room = await makeRoom(api, owner.user.id)
    const paul = api.guest()
    await knock(paul, room.slug, 'Paul')
    const { identity } = await enter(owner, room.slug)
    const stateNow = async () => (await (await entryOf(paul, room.slug)).next<EntryState>('entry')).state
    await arrived(identity)
    await pass(room.id, 31)
    await tidyUp()
    expect(await stateNow()).toBe('waiting')
    await left(identity)
    await pass(room.id, 29)
    await tidyUp()
    expect(await stateNow()).toBe('waiting')
    await pass(room.id, 2)
    await tidyUp()
    expect(await stateNow()).toBe('expired')
  })

  it('two copies that look at once tell each of them once', async () => {
    const owner = await api.agent()
    const room = await makeRoom(api, owner.user.id)
    for (const name of ['Paul', 'Sonia']) await knock(api.guest(), room.slug, name)
    await pass(room.id, 31)
    const told: (string | null)[] = []
    const quiet = api.events.subscribe('entry', (id) => told.push(id))
    await Promise.all([tidyUp(), tidyUp()])
    // Signals come in the order in which they were sent.
    const last = Promise.withResolvers<void>()
    const done = api.events.subscribe('last', () => last.resolve())
    await api.events.publish('last:one')
    await last.promise
    quiet()
    done()
    expect(told).toHaveLength(2)
    expect(new Set(told).size).toBe(2)
  })
})

it('whoever would come in directly, but for a lock, keeps their place when they ask again', async () => {
  const owner = await api.agent()
  const room = await makeRoom(api, owner.user.id)
  const { callId } = await enter(owner, room.slug)
  await owner.put(`/calls/${callId}/lock`)
  const karim = await api.agent()
  const entryId = await knock(karim, room.slug, 'Karim')
  const where = { id: entryId }
  const { requestedAt } = await api.database.prisma.lobbyEntry.findUniqueOrThrow({ where })
  expect(await knock(karim, room.slug, 'Karim')).toBe(entryId)
  const again = await api.database.prisma.lobbyEntry.findUniqueOrThrow({ where })
  expect(again.requestedAt).toEqual(requestedAt)
})
