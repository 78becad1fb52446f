import { randomUUID } from 'node:crypto'
import { agendaSchema, callStateSchema, mostAgendaItems, usedAt } from '@visavis/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enter, makeRoom } from '../../../test/people.ts'
import { createTestApi, type TestApi, type TestBrowser } from '../../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

/** An owner, a co-host and a guest. */
async function callOfThree() {
  const [owner, cohost, paul] = [await api.agent(), await api.agent(), api.guest()]
  const room = await makeRoom(api, owner.user.id, { accessLevel: 'open' })
  await api.database.prisma.roomMember.create({ data: { roomId: room.id, userId: cohost.user.id, role: 'cohost' } })
  const { callId } = await enter(owner, room.slug)
  await enter(cohost, room.slug)
  await enter(paul, room.slug, { displayName: 'Paul' })
  return { owner, cohost, paul, room, callId }
}

const item = (title: string, minutes = 5) => ({ id: randomUUID(), title, minutes })
const start = (browser: TestBrowser, callId: string, seconds = 300) =>
  browser.post(`/calls/${callId}/timer`, { seconds })
const act = (browser: TestBrowser, callId: string, action: string) =>
  browser.patch(`/calls/${callId}/timer`, { action })
const put = (browser: TestBrowser, callId: string, edition: number, items: object[]) =>
  browser.put(`/calls/${callId}/agenda`, { edition, items })
const go = (browser: TestBrowser, callId: string, from: string | null, to: string | null) =>
  browser.post(`/calls/${callId}/agenda/go`, { from, to })
const clocksOf = async (browser: TestBrowser, callId: string) =>
  callStateSchema.parse((await browser.get(`/calls/${callId}/state`)).json()).clocks
const told = (callId: string) => api.sfu.sent.findLast((message) => message.callId === callId)?.payload
const audited = async (callId: string) =>
  (await api.database.prisma.auditEvent.findMany({ where: { subjectId: callId }, orderBy: { id: 'asc' } })).map(
    ({ action }) => action,
  )

describe('the timer', () => {
  it('is started, paused, extended and stopped by hosts, before everybody', async () => {
    const { owner, cohost, paul, callId } = await callOfThree()
    const state = callStateSchema.parse((await start(owner, callId)).json())
    expect(state.clocks?.timer).toMatchObject({ totalMs: 300_000, usedMs: 0 })
    expect(callStateSchema.parse(told(callId))).toEqual(state)
    const seen = await clocksOf(paul, callId)
    expect(seen?.timer).toEqual(state.clocks?.timer)
    // By one clock: what has run since the start is what the server has counted since.
    expect(seen?.timer && usedAt(seen.timer, Date.parse(seen.at))).toBeLessThan(60_000)

    const paused = callStateSchema.parse((await act(cohost, callId, 'pause')).json()).clocks?.timer
    expect(paused?.since).toBeNull()
    expect((await act(owner, callId, 'pause')).json().clocks.timer).toEqual(paused)
    const extended = callStateSchema.parse((await act(owner, callId, 'extend')).json()).clocks?.timer
    expect(extended).toEqual({ ...paused, totalMs: 360_000 })
    expect((await act(cohost, callId, 'resume')).json().clocks.timer.since).not.toBeNull()
    expect((await owner.delete(`/calls/${callId}/timer`)).json().clocks).toBeUndefined()
    expect((await act(owner, callId, 'resume')).statusCode).toBe(404)
    // The second pause changed nothing.
    expect(await audited(callId)).toEqual([
      'timer.started',
      'timer.changed',
      'timer.changed',
      'timer.changed',
      'timer.stopped',
    ])
  })

  it('is nobody else’s: not a guest’s, not a host’s of another call, and nobody’s after the end', async () => {
    const { owner, paul, callId } = await callOfThree()
    const elsewhere = await callOfThree()
    for (const stranger of [paul, elsewhere.owner, api.guest()]) {
      const answers = [
        await start(stranger, callId),
        await act(stranger, callId, 'pause'),
        await stranger.delete(`/calls/${callId}/timer`),
        await put(stranger, callId, 0, []),
        await go(stranger, callId, null, null),
        await stranger.patch(`/calls/${callId}/agenda`, { running: true }),
      ]
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403, 403, 403, 403])
    }
    await owner.post(`/calls/${callId}/end`)
    expect((await start(owner, callId)).statusCode).toBe(403)
    expect(await audited(callId)).toEqual(['call.ended'])
  })

  it.each([0, 43_201, 1.5, -60, '60', null])('is not started for %j seconds', async (seconds) => {
    const { owner, callId } = await callOfThree()
    const response = await owner.post(`/calls/${callId}/timer`, { seconds })
    expect(response.statusCode).toBe(400)
    expect(await clocksOf(owner, callId)).toBeUndefined()
  })

  it('is one where two hosts start it at once: one wins, and both see the same', async () => {
    const { owner, cohost, callId } = await callOfThree()
    const answers = await Promise.all([start(owner, callId, 60), start(cohost, callId, 600)])
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200, 409]))
    const won = answers.find(({ statusCode }) => statusCode === 200)?.json().clocks.timer
    for (const browser of [owner, cohost]) expect((await clocksOf(browser, callId))?.timer).toEqual(won)
    expect(await audited(callId)).toEqual(['timer.started'])
  })

  it('cannot be turned on and off without end', async () => {
    const { owner, callId } = await callOfThree()
    const { points } = api.config.rateLimits.clocksPerSession
    const answers = await Promise.all(Array.from({ length: points + 1 }, () => act(owner, callId, 'pause')))
    expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(1)
  })
})

describe('the agenda', () => {
  it('is written by hosts, read by everybody in the call, and nobody overwrites what they have not seen', async () => {
    const { owner, cohost, paul, callId } = await callOfThree()
    const items = [item('Ouverture'), item('  Budget   2027\u202e ', 20)]
    const saved = agendaSchema.parse((await put(owner, callId, 0, items)).json())
    expect(saved.items.map(({ title }) => title)).toEqual(['Ouverture', 'Budget 2027'])
    expect((await paul.get(`/calls/${callId}/agenda`)).json()).toEqual(saved)
    expect((await api.guest().get(`/calls/${callId}/agenda`)).statusCode).toBe(403)
    expect((await put(cohost, callId, 0, [item('Autre chose')])).statusCode).toBe(409)
    expect((await put(cohost, callId, 1, items.toReversed())).json().items[1].id).toBe(items[0]?.id)
    expect((await clocksOf(paul, callId))?.edition).toBe(2)
  })

  it('refuses what is no list of items', async () => {
    const { owner, callId } = await callOfThree()
    const twice = item('Ouverture')
    const tooMany = Array.from({ length: mostAgendaItems + 1 }, () => item('Ouverture'))
    const wrong = [[item('')], [item('x'.repeat(121))], [item('x', 0)], [item('x', 721)], [item('x', 1.5)]]
    for (const items of [...wrong, [twice, twice], tooMany, [{ ...twice, id: 'one' }]]) {
      expect((await put(owner, callId, 0, items)).statusCode).toBe(400)
    }
    expect((await put(owner, callId, 0, tooMany.slice(1))).statusCode).toBe(200)
  })

  it('goes one step where two hosts go on at once, and tells where it is', async () => {
    const { owner, cohost, paul, callId } = await callOfThree()
    const [first, second, third] = [item('Un'), item('Deux'), item('Trois')]
    await put(owner, callId, 0, [first, second, third])
    expect((await go(owner, callId, null, first.id)).statusCode).toBe(200)
    const both = await Promise.all([owner, cohost].map((host) => go(host, callId, first.id, second.id)))
    expect(both.map(({ statusCode }) => statusCode)).toEqual([200, 200])
    expect((await clocksOf(paul, callId))?.agenda).toMatchObject({ title: 'Deux', position: 2, next: 'Trois' })
    // A host whose page is behind.
    expect((await go(cohost, callId, first.id, third.id)).statusCode).toBe(409)
    expect((await go(owner, callId, second.id, randomUUID())).statusCode).toBe(404)
    expect((await go(owner, callId, second.id, null)).json().clocks.agenda).toBeNull()
    expect((await owner.patch(`/calls/${callId}/agenda`, { running: true })).statusCode).toBe(404)
    expect(await audited(callId)).toEqual(['agenda.edited', 'agenda.started', 'agenda.moved', 'agenda.stopped'])
  })

  it('stands still while the timer runs, and the timer while it runs', async () => {
    const { owner, callId } = await callOfThree()
    const only = item('Un')
    await put(owner, callId, 0, [only])
    await start(owner, callId)
    const running = async () => {
      const clocks = await clocksOf(owner, callId)
      return [clocks?.timer?.since != null, clocks?.agenda?.clock.since != null]
    }
    await go(owner, callId, null, only.id)
    expect(await running()).toEqual([false, true])
    await act(owner, callId, 'resume')
    expect(await running()).toEqual([true, false])
    await owner.patch(`/calls/${callId}/agenda`, { running: true })
    expect(await running()).toEqual([false, true])
    await owner.patch(`/calls/${callId}/agenda`, { running: false })
    expect(await running()).toEqual([false, false])
  })

  it('goes into a message with its longest titles, whatever they are written in', async () => {
    const { owner, callId } = await callOfThree()
    const long = Array.from({ length: mostAgendaItems }, () => item('🌻'.repeat(60), 720))
    await put(owner, callId, 0, long)
    await go(owner, callId, null, long[0]?.id ?? null)
    expect(callStateSchema.parse(told(callId)).clocks?.agenda?.count).toBe(mostAgendaItems)
    expect(Buffer.byteLength(JSON.stringify(told(callId)))).toBeLessThan(2000)
  })

  it('and what another version has stored there do not keep a call from its state', async () => {
    const { owner, callId } = await callOfThree()
    await api.database.prisma.call.update({ where: { id: callId }, data: { timer: { left: 5 }, agenda: [] } })
    expect(await clocksOf(owner, callId)).toBeUndefined()
    expect((await start(owner, callId)).statusCode).toBe(200)
  })
})
