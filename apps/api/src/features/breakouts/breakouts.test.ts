import { callStateSchema } from '@visavis/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callWithBreakouts, type Member, plan } from '../../../test/breakouts.ts'
import { createTestApi, type TestApi } from '../../../test/test-api.ts'
import { shuffle } from './shuffle.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000)
const stateOf = async ({ browser }: Member, callId: string) =>
  callStateSchema.parse((await browser.get(`/calls/${callId}/state`)).json())

describe('a plan', () => {
  it('is the hosts’ alone, and nobody else’s business until it is carried out', async () => {
    const call = await callWithBreakouts(api)
    const [paul] = call.people as [Member]
    await call.plan()
    const forHost = await call.read(call.host)
    expect(forHost).toMatchObject({ phase: 'draft', rooms: [{ name: 'Salle 1' }, { name: 'Salle 2' }] })
    expect(forHost.people?.map(({ displayName }) => displayName)).toContain('Guest 3')
    expect(await call.read(paul)).toMatchObject({ phase: 'draft', rooms: [], people: null })
    expect((await stateOf(paul, call.callId)).breakouts).toBeNull()
    expect((await paul.browser.put(call.path, plan)).statusCode).toBe(403)
    expect((await paul.browser.post(`${call.path}/open`)).statusCode).toBe(403)
    expect((await paul.browser.post(`${call.path}/recall`, { at: 'once' })).statusCode).toBe(403)
    expect((await paul.browser.put(`${call.path}/assignments`, { assignments: [] })).statusCode).not.toBe(204)
  })

  it('keeps the rooms that it names, with their people, and takes the others away', async () => {
    const call = await callWithBreakouts(api)
    const [paul, sonia] = call.people as [Member, Member]
    const [first = '', second = ''] = await call.plan()
    await call.assign([paul, first], [sonia, second])
    expect(await call.plan({ rooms: [{ id: second, name: 'Budget' }, { name: 'Paie' }] })).toEqual([
      second,
      expect.any(String),
    ])
    const { people } = await call.read(call.host)
    const assigned = (who: Member) => people?.find(({ identity }) => identity === who.identity)?.assignedId
    expect([assigned(paul), assigned(sonia)]).toEqual([null, second])
    // A host whose page is behind cannot name what is gone.
    expect((await call.owner.put(call.path, { ...plan, rooms: [{ id: first, name: 'x' }] })).statusCode).toBe(409)
  })

  it('has no rooms of other calls, and none of their people', async () => {
    const [call, other] = [await callWithBreakouts(api, 1), await callWithBreakouts(api, 1)]
    const [paul, stranger] = [...call.people, ...other.people] as [Member, Member]
    const [first = ''] = await call.plan()
    const [foreign = ''] = await other.plan()
    expect((await call.assign([paul, foreign])).statusCode).toBe(404)
    expect((await call.assign([stranger, first])).statusCode).toBe(404)
  })

  it('is shuffled so that rooms are as full as each other, hosts left out', async () => {
    const call = await callWithBreakouts(api, 5)
    await call.plan()
    expect((await call.owner.post(`${call.path}/shuffle`)).statusCode).toBe(204)
    const { people, rooms } = await call.read(call.host)
    const sizes = rooms.map(({ id }) => people?.filter(({ assignedId }) => assignedId === id).length ?? 0)
    expect([Math.min(...sizes), Math.max(...sizes)]).toEqual([2, 3])
    expect(people?.find(({ host }) => host)?.assignedId).toBeNull()
  })

  it('comes out differently each time', () => {
    const people = Array.from({ length: 40 }, (_, n) => String(n))
    const orders = new Set(Array.from({ length: 5 }, () => JSON.stringify(shuffle(people, ['a', 'b', 'c']))))
    expect(orders.size).toBe(5)
  })
})

describe('open rooms', () => {
  it('are told to everybody by a number, which changes with what they should know', async () => {
    const call = await callWithBreakouts(api)
    const [paul] = call.people as [Member]
    const [first = ''] = await call.plan()
    await call.assign([paul, first])
    expect((await call.open()).statusCode).toBe(204)
    const before = (await stateOf(paul, call.callId)).breakouts
    expect(before).toEqual(expect.any(Number))
    expect(await call.read(paul)).toMatchObject({
      phase: 'open',
      rooms: [{ name: 'Salle 1' }, { name: 'Salle 2' }],
      people: null,
      own: { assignedId: first, placeId: null },
    })
    await call.owner.post(`${call.path}/announcement`, { text: 'Encore cinq minutes' })
    expect((await stateOf(paul, call.callId)).breakouts).toBeGreaterThan(before ?? 0)
    expect((await call.read(paul)).announcement?.text).toBe('Encore cinq minutes')
    expect((await paul.browser.post(`${call.path}/announcement`, { text: 'Moi aussi' })).statusCode).toBe(403)
  })

  it('are told in every one of them', async () => {
    const call = await callWithBreakouts(api)
    const [first = '', second = ''] = await call.plan()
    await call.open()
    for (const room of [first, second]) await api.sfu.ensureRoom(room)
    await call.owner.post(`${call.path}/announcement`, { text: 'Bonjour' })
    const told = api.sfu.sent.filter(({ topic }) => topic === 'state').slice(-3)
    expect(new Set(told.map(({ callId }) => callId))).toEqual(new Set([call.callId, first, second]))
  })

  it('can be renamed and added to, and are not taken away; opening them again changes nothing', async () => {
    const call = await callWithBreakouts(api)
    const [first = '', second = ''] = await call.plan()
    await call.open()
    const { openedAt } = await call.read(call.host)
    const rooms = [{ id: first, name: 'Un' }, { id: second, name: 'Deux' }, { name: 'Trois' }]
    await call.plan({ rooms, minutes: 10 })
    const after = await call.read(call.host)
    expect(after.rooms.map(({ name }) => name)).toEqual(['Un', 'Deux', 'Trois'])
    expect(Date.parse(after.endsAt ?? '') - Date.parse(openedAt ?? '')).toBe(600_000)
    expect((await call.owner.put(call.path, { ...plan, rooms: [{ id: first, name: 'Un' }] })).statusCode).toBe(409)
    expect((await call.open()).statusCode).toBe(204)
    expect((await call.read(call.host)).openedAt).toBe(openedAt)
  })

  it('call for a host, who answers by coming', async () => {
    const call = await callWithBreakouts(api)
    const [paul, sonia] = call.people as [Member, Member]
    const [first = '', second = ''] = await call.plan()
    await call.assign([paul, first], [sonia, second])
    await call.open()
    await call.token(paul, first)
    const ask = (who: Member, room: string) => who.browser.put(`${call.path}/${room}/help`, { identity: who.identity })
    expect((await ask(paul, second)).statusCode).toBe(403)
    expect((await ask(sonia, first)).statusCode).toBe(403)
    expect((await ask(paul, first)).statusCode).toBe(204)
    const help = async (who: Member) => (await call.read(who)).rooms.map(({ helpAskedAt }) => helpAskedAt !== null)
    expect(await help(call.host)).toEqual([true, false])
    expect(await help(paul)).toEqual([true, false])
    expect(await help(sonia)).toEqual([false, false])
    const end = (who: Member) => who.browser.delete(`${call.path}/${first}/help?identity=${who.identity}`)
    expect((await end(sonia)).statusCode).toBe(403)
    await call.token(call.host, first)
    expect(await help(paul)).toEqual([false, false])
    await ask(paul, first)
    expect((await end(paul)).statusCode).toBe(204)
    expect(await help(call.host)).toEqual([false, false])
  })

  it('take late arrivals into the smallest, and who reloads back to theirs', async () => {
    const call = await callWithBreakouts(api, 3)
    const [paul, sonia, yann] = call.people as [Member, Member, Member]
    const [first = '', second = ''] = await call.plan()
    await call.assign([paul, first], [sonia, first])
    await call.open()
    await call.settle()
    // Who was there when they were opened, and was not assigned, stays.
    expect((await call.read(yann)).own.assignedId).toBeNull()
    const late = await call.come('Late')
    await call.settle()
    expect((await call.read(late)).own.assignedId).toBe(second)

    await api.database.prisma.participant.update({ where: { id: paul.identity }, data: { leftAt: new Date() } })
    const again = (await paul.browser.post(`/rooms/${call.room.slug}/join`, { displayName: 'Paul' })).json()
    await call.arrive(again.identity)
    await call.settle()
    expect((await call.read({ ...paul, identity: again.identity })).own.assignedId).toBe(first)
  })

  it('leave late arrivals in the main call where a host wants that', async () => {
    const call = await callWithBreakouts(api, 1)
    await call.plan({ placesLatecomers: false })
    await call.open()
    const late = await call.come('Late')
    await call.settle()
    expect((await call.read(late)).own).toMatchObject({ assignedId: null, placeId: null })
  })
})

describe('the end', () => {
  async function openWithPaul(changes = {}) {
    const call = await callWithBreakouts(api)
    const [paul] = call.people as [Member]
    const [first = ''] = await call.plan(changes)
    await call.assign([paul, first])
    await call.open()
    await call.token(paul, first)
    await api.sfu.ensureRoom(first)
    return { ...call, paul, first }
  }

  it('comes after the countdown without any host, and the plan is there again', async () => {
    const call = await openWithPaul()
    await call.recall('countdown')
    const { phase, closesAt } = await call.read(call.paul)
    expect(phase).toBe('recalling')
    const seconds = (Date.parse(closesAt ?? '') - Date.now()) / 1000
    expect(seconds).toBeGreaterThan(25)
    expect(seconds).toBeLessThanOrEqual(30)
    // Nobody goes there any more, and everybody may come back.
    expect((await call.go(call.host, call.first)).statusCode).toBe(403)

    await call.settle(inSeconds(20))
    expect((await call.read(call.paul)).own.placeId).toBe(call.first)
    await call.settle(inSeconds(31))
    expect(await call.read(call.paul)).toMatchObject({ phase: 'closed', own: { placeId: null } })
    expect((await stateOf(call.paul, call.callId)).breakouts).toBeNull()
    expect(api.sfu.rooms.has(call.first)).toBe(true)
    await call.settle(inSeconds(37))
    expect(api.sfu.rooms.has(call.first)).toBe(false)
    expect(await call.read(call.host)).toMatchObject({ phase: 'draft', rooms: [{ id: call.first }, {}] })
    expect((await call.open()).statusCode).toBe(204)
  })

  it('begins by itself when the time is over', async () => {
    const call = await openWithPaul({ minutes: 1 })
    expect((await call.read(call.paul)).endsAt).not.toBeNull()
    await call.settle(inSeconds(59))
    expect((await call.read(call.paul)).phase).toBe('open')
    await call.settle(inSeconds(61))
    expect((await call.read(call.paul)).phase).toBe('recalling')
    await call.settle(inSeconds(92))
    expect((await call.read(call.paul)).phase).toBe('closed')
  })

  it.each([
    ['once', 'countdown'],
    ['countdown', 'once'],
  ] as const)('has one outcome when hosts ask for it %s and %s at the same time', async (one, other) => {
    const call = await openWithPaul()
    const cohost = await api.agent()
    const { id: roomId } = call.room
    await api.database.prisma.roomMember.create({ data: { roomId, userId: cohost.user.id, role: 'cohost' } })
    const answers = await Promise.all([
      call.recall(one),
      cohost.post(`${call.path}/recall`, { at: other }),
      call.recall(one),
    ])
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([204, 204, 204])
    await call.settle()
    expect(await call.read(call.paul)).toMatchObject({ phase: 'closed', own: { placeId: null } })
  })

  it('leaves nobody in a room that was closed while they were on their way', async () => {
    const call = await callWithBreakouts(api, 8)
    const [first = ''] = await call.plan({ byChoice: true })
    await call.open()
    const moves = call.people.map((person) => call.go(person, first))
    await Promise.all([...moves, call.recall('once')])
    await call.settle()
    for (const person of call.people) expect((await call.read(person)).own.placeId).toBeNull()
  })

  it('of the call is the end of its breakouts too', async () => {
    const call = await openWithPaul()
    await call.owner.post(`/calls/${call.callId}/end`)
    expect(api.sfu.rooms.has(call.first)).toBe(false)
    expect(await api.database.prisma.breakoutSession.count({ where: { callId: call.callId } })).toBe(0)
    await call.settle()
  })
})
