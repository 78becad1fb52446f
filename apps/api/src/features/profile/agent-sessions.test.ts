import { type AgentSession, listSessions } from '@visavis/contracts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readEvents } from '../../../test/event-reader.ts'
import { enter, makeRoom } from '../../../test/people.ts'
import { createTestApi, type TestApi, type TestBrowser } from '../../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

const sessionsOf = async (browser: TestBrowser): Promise<AgentSession[]> =>
  listSessions.response.parse((await browser.get('/me/sessions')).json()).items
const isSignedIn = async (browser: TestBrowser) => (await browser.get('/me')).json().agent !== null
const otherOf = (sessions: AgentSession[]) => sessions.find(({ current }) => !current)?.handle ?? ''

it('lists one’s own, this browser first, without anything that would open one', async () => {
  const [claire, karim] = [await api.agent(), await api.agent()]
  const phone = await api.anotherBrowserOf(claire.user)
  const at = Date.parse('2026-11-20T08:00:00Z')
  const [sid = ''] = [...phone.cookies.values()].map((cookie) => cookie.split('.')[0])
  await api.database.pool.query(`update "session" set sess = jsonb_set(sess::jsonb, '{signedIn}', $2) where sid = $1`, [
    sid,
    JSON.stringify({ at, browser: 'Firefox', system: 'Android' }),
  ])
  const response = await claire.get('/me/sessions')
  expect(response.headers['cache-control']).toBe('no-store')
  const [own, other, ...more] = await sessionsOf(claire)
  expect(more).toEqual([])
  expect(own).toMatchObject({ current: true, browser: null, signedInAt: null })
  expect(other).toMatchObject({
    current: false,
    browser: 'Firefox',
    system: 'Android',
    signedInAt: '2026-11-20T08:00:00.000Z',
  })
  expect(Math.abs(Date.parse(own?.endsAt ?? '') - Date.now() - 12 * 3_600_000)).toBeLessThan(60_000)
  expect(sid).toMatch(/^[\w-]{20,}/)
  expect(response.body).not.toContain(sid)
  expect(await sessionsOf(karim)).toHaveLength(1)
})

it('ends another one at once: its requests, its streams, its place in calls; and no one else’s', async () => {
  const claire = await api.agent()
  const phone = await api.anotherBrowserOf(claire.user)
  const room = await makeRoom(api, claire.user.id)
  const here = await enter(claire, room.slug)
  const there = await enter(phone, room.slug)
  for (const { callId, identity } of [here, there]) api.sfu.connect(callId, identity)
  const stream = await readEvents(api, phone, '/lobby/events')
  await stream.next('lobby')
  const handle = otherOf(await sessionsOf(claire))
  const stranger = await api.agent()
  expect((await stranger.delete(`/me/sessions/${handle}`)).json().code).toBe('not_found')
  expect((await claire.delete(`/me/sessions/${handle}`)).statusCode).toBe(204)
  await stream.ended()
  expect([await isSignedIn(phone), await isSignedIn(claire)]).toEqual([false, true])
  expect([...(api.sfu.rooms.get(here.callId)?.keys() ?? [])]).toEqual([here.identity])
  // The token that the page still has opens nothing.
  const moves = async (id: string) => (await api.database.prisma.participant.findUniqueOrThrow({ where: { id } })).moves
  expect([await moves(here.identity), await moves(there.identity)]).toEqual([0, 1])
  // Signed in again, they may come back: nobody has removed them.
  await enter(await api.anotherBrowserOf(claire.user), room.slug)
})

it('does not end the one that asks, nor one that is not there', async () => {
  const claire = await api.agent()
  const [own] = await sessionsOf(claire)
  expect((await claire.delete(`/me/sessions/${own?.handle}`)).statusCode).toBe(409)
  expect((await claire.delete(`/me/sessions/${'x'.repeat(22)}`)).statusCode).toBe(404)
  expect((await claire.delete('/me/sessions/x')).statusCode).toBe(400)
  expect(await isSignedIn(claire)).toBe(true)
})

it('ends all others, also while the SFU is away; asked again, it puts out who was left over there', async () => {
  const claire = await api.agent()
  const others = [await api.anotherBrowserOf(claire.user), await api.anotherBrowserOf(claire.user)]
  const bystander = await api.agent()
  const room = await makeRoom(api, claire.user.id)
  const { callId, identity } = await enter(others[0] ?? claire, room.slug)
  api.sfu.connect(callId, identity)
  api.sfu.away = true
  expect((await claire.delete('/me/sessions')).json().code).toBe('sfu_unavailable')
  api.sfu.away = false
  expect(await Promise.all(others.map(isSignedIn))).toEqual([false, false])
  expect(api.sfu.rooms.get(callId)?.has(identity)).toBe(true)
  expect((await claire.delete('/me/sessions')).statusCode).toBe(204)
  expect(api.sfu.rooms.get(callId)?.has(identity)).toBe(false)
  expect([await isSignedIn(claire), await isSignedIn(bystander)]).toEqual([true, true])
  const audit = await api.database.prisma.auditEvent.findMany({
    where: { action: 'session.ended', actorId: claire.user.id },
  })
  expect(audit.map(({ details }) => details)).toEqual([{ sessions: 2 }])
})
