import type { EntryState, LobbySnapshot } from '@visavis/contracts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type EventReader, readEvents } from '../../../test/event-reader.ts'
import { enter, makeRoom } from '../../../test/people.ts'
import { createTestApi, type TestApi } from '../../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

/** Every key in it, however deep, as a path. */
function keysOf(data: unknown, path = ''): string[] {
  if (typeof data !== 'object' || data === null) return [path]
  return Object.entries(data).flatMap(([key, value]) => keysOf(value, path === '' ? key : `${path}.${key}`))
}

it('tells who waits their own state, what hosts tell them, and the room of the link: nothing of who is inside', async () => {
  const owner = await api.agent({ displayName: 'Secret Host' })
  const room = await makeRoom(api, owner.user.id, { name: 'Salon' })
  const paul = api.guest()
  const said: unknown[] = []
  const answered: string[] = []
  const ask = async (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => {
    const response = await paul.request(method, path, body ? { body } : {})
    answered.push(`${response.body}${JSON.stringify(response.headers)}`)
    if (response.body !== '') said.push(response.json())
    return response
  }
  const events = `/rooms/${room.slug}/lobby/entry/events`
  const hear = async (stream: EventReader, wanted?: (state: EntryState) => boolean) => {
    const state = await stream.next<EntryState>('entry', wanted)
    answered.push(JSON.stringify(state))
    said.push(state)
  }

  const { entryId } = (await ask('POST', `/rooms/${room.slug}/join`, { displayName: 'Paul' })).json()
  const stream = await readEvents(api, paul, events)
  await hear(stream)
  const { callId, identity } = await enter(owner, room.slug)
  const sonia = api.guest()
  const soniaAsks = await sonia.post(`/rooms/${room.slug}/join`, { displayName: 'Sonia Secret' })
  const entryIds = [soniaAsks.json().entryId]
  await owner.post(`/rooms/${room.slug}/lobby/decisions`, { decision: 'admit', entryIds })
  const { identity: soniaIs } = await enter(sonia, room.slug, { displayName: 'Sonia Secret' })
  await ask('POST', `/rooms/${room.slug}/join`, { displayName: 'Paul' })
  await owner.put(`/rooms/${room.slug}/lobby/message`, { text: 'Bientôt' })
  await hear(stream, ({ message }) => message !== null)
  for (const path of ['', '/members', '/bans', '/lobby']) await ask('GET', `/rooms/${room.slug}${path}`)
  for (const path of ['', '/state', '/messages', '/participants']) await ask('GET', `/calls/${callId}${path}`)
  await owner.post(`/rooms/${room.slug}/lobby/decisions`, { decision: 'deny', entryIds: [entryId] })
  await hear(stream, ({ state }) => state === 'denied')
  await ask('POST', `/rooms/${room.slug}/join`, { displayName: 'Paul' })
  await ask('DELETE', `/rooms/${room.slug}/lobby/entry`)

  const ofTheRequest = ['outcome', 'reason', 'entryId', 'state', 'requestedAt', 'message', 'message.text', 'message.at']
  const ofTheLink = ['slug', 'name', 'ownerName', 'role', 'entry', 'elsewhere']
  const ofProblems = ['type', 'title', 'status', 'code', 'requestId', 'detail']
  const allowed = new Set([ofTheRequest, ofTheLink, ofProblems].flat())
  expect(said.flatMap((data) => keysOf(data)).filter((key) => !allowed.has(key))).toEqual([])
  const everything = answered.join('\n')
  for (const secret of ['Sonia', identity, soniaIs, callId, ...entryIds, owner.user.id, owner.user.email])
    expect(everything).not.toContain(secret)
})

it('does not stir when hosts and others come and go', async () => {
  const owner = await api.agent()
  const room = await makeRoom(api, owner.user.id)
  const [paul, sonia] = [api.guest(), api.guest()]
  await paul.post(`/rooms/${room.slug}/join`, { displayName: 'Paul' })
  const stream = await readEvents(api, paul, `/rooms/${room.slug}/lobby/entry/events`)
  expect(await stream.next<EntryState>('entry')).toMatchObject({ state: 'waiting', message: null })
  await sonia.post(`/rooms/${room.slug}/join`, { displayName: 'Sonia' })
  const { callId } = await enter(owner, room.slug)
  // As when a host comes, one leaves, and a lock is taken away.
  for (let n = 0; n < 3; n++) await api.events.publish(`access:${room.id}`)
  await owner.post(`/calls/${callId}/end`)
  await owner.put(`/rooms/${room.slug}/lobby/message`, { text: 'Bientôt' })
  // The very next thing that is said.
  expect((await stream.next<EntryState>('entry')).message?.text).toBe('Bientôt')
})

it('ends the waiting in every tab of a browser that waits no more', async () => {
  const owner = await api.agent()
  const room = await makeRoom(api, owner.user.id)
  const paul = api.guest()
  await paul.post(`/rooms/${room.slug}/join`, { displayName: 'Paul' })
  const tab = await readEvents(api, paul, `/rooms/${room.slug}/lobby/entry/events`)
  await tab.next<EntryState>('entry', ({ state }) => state === 'waiting')
  await paul.delete(`/rooms/${room.slug}/lobby/entry`)
  await tab.next<EntryState>('entry', ({ state }) => state === 'gone')
  await expect(tab.ended()).resolves.toBeUndefined()
})

it('keeps the place of who reloads the page, and not of who was away for long', async () => {
  const owner = await api.agent()
  const room = await makeRoom(api, owner.user.id)
  const [paul, sonia] = [api.guest(), api.guest()]
  const ask = async (browser: typeof paul, displayName: string) =>
    (await browser.post(`/rooms/${room.slug}/join`, { displayName })).json().outcome
  const away = (minutes: number) =>
    api.database.pool.query(
      `update "LobbyEntry" set "requestedAt" = "requestedAt" - $2::interval, "seenAt" = "seenAt" - $2::interval
      where "roomId" = $1 and "displayName" = 'Paul'`,
      [room.id, `${minutes} minutes`],
    )
  const queue = async () => {
    const { waiting } = await (await readEvents(api, owner, '/lobby/events')).next<LobbySnapshot>('lobby')
    return waiting.map(({ displayName }) => displayName)
  }
  await ask(paul, 'Paul')
  await ask(sonia, 'Sonia')
  await away(9)
  await ask(paul, 'Paul')
  expect(await queue()).toEqual(['Paul', 'Sonia'])
  await away(11)
  await ask(paul, 'Paul')
  expect(await queue()).toEqual(['Sonia', 'Paul'])
})
