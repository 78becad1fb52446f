import { randomUUID } from 'node:crypto'
import { speakingTimesSchema } from '@visavis/contracts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { enter, makeRoom } from '../../../test/people.ts'
import { createTestApi, type TestApi, type TestBrowser } from '../../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

/** An owner and a guest who came a while ago. */
async function callSince(minutes: number) {
  const owner = await api.agent({ displayName: 'Claire Morel' })
  const paul = api.guest()
  const room = await makeRoom(api, owner.user.id, { accessLevel: 'open' })
  const host = await enter(owner, room.slug)
  const guest = await enter(paul, room.slug, { displayName: 'Paul' })
  const { callId } = host
  await update(callId, { joinedAt: ago(minutes * 60) })
  return { owner, paul, room, host: host.identity, guest: guest.identity, callId }
}

const update = (callId: string, data: { joinedAt?: Date; speakingAt?: Date }) =>
  api.database.prisma.participant.updateMany({ where: { callId }, data })
const ago = (seconds: number) => new Date(Date.now() - seconds * 1000)
/** As if the last reports had come so long ago. */
const reportedBefore = (callId: string, seconds: number) => update(callId, { speakingAt: ago(seconds) })

const report = (browser: TestBrowser, callId: string, identity: string, spokenMs: unknown, page = randomUUID()) =>
  browser.put(`/calls/${callId}/participants/${identity}/speaking`, { page, spokenMs })
const list = async (host: TestBrowser, callId: string) =>
  speakingTimesSchema.parse((await host.get(`/calls/${callId}/speaking`)).json())
const spoken = async (host: TestBrowser, callId: string) =>
  (await list(host, callId)).speakers.map(({ displayName, spokenMs }) => [displayName, spokenMs])

it('counts what each page reports of its own person, once, in whatever order it comes', async () => {
  const { owner, paul, guest, host, callId } = await callSince(10)
  const page = randomUUID()
  for (const spokenMs of [4000, 9000, 9000, 4000]) {
    expect((await report(paul, callId, guest, spokenMs, page)).statusCode).toBe(204)
    await reportedBefore(callId, 15)
  }
  await report(owner, callId, host, 2000)
  const times = await list(owner, callId)
  expect(times).toMatchObject({ unlisted: 0, hostsMs: 2000, participantsMs: 9000 })
  expect(times.speakers).toEqual([
    { identity: guest, displayName: 'Paul', verified: false, isHost: false, isHere: true, spokenMs: 9000 },
    { identity: host, displayName: 'Claire Morel', verified: true, isHost: true, isHere: true, spokenMs: 2000 },
  ])
  // Another page of the same participant counts from nothing.
  await reportedBefore(callId, 15)
  await report(paul, callId, guest, 5000)
  expect((await spoken(owner, callId))[0]).toEqual(['Paul', 14_000])
})

it('never counts more than the time that has passed, and takes what was cut off with the next report', async () => {
  const { owner, paul, guest, callId } = await callSince(1)
  const page = randomUUID()
  const ofPaul = async () => (await list(owner, callId)).speakers.find(({ identity }) => identity === guest)?.spokenMs
  await report(paul, callId, guest, 3_600_000, page)
  const first = (await ofPaul()) ?? 0
  expect(first).toBeGreaterThanOrEqual(60_000)
  expect(first).toBeLessThan(90_000)
  // As often as one likes, and for as many pages as one makes up.
  await reportedBefore(callId, 0)
  for (const forged of [page, randomUUID(), randomUUID()]) await report(paul, callId, guest, 3_600_000, forged)
  expect(((await ofPaul()) ?? 0) - first).toBeLessThan(20_000)
})

it('loses nothing where a report comes a little early after one that came late', async () => {
  const { owner, paul, guest, callId } = await callSince(10)
  const page = randomUUID()
  await report(paul, callId, guest, 15_000, page)
  await reportedBefore(callId, 14)
  await report(paul, callId, guest, 30_000, page)
  await reportedBefore(callId, 15)
  await report(paul, callId, guest, 31_000, page)
  expect((await spoken(owner, callId))[0]).toEqual(['Paul', 31_000])
})

it('is one’s own word only, within its bounds, and not without end', async () => {
  const { owner, paul, host, guest, callId } = await callSince(10)
  const elsewhere = await callSince(10)
  expect((await report(paul, callId, host, 1000)).statusCode).toBe(403)
  expect((await report(owner, callId, guest, 1000)).statusCode).toBe(403)
  expect((await report(elsewhere.paul, callId, guest, 1000)).statusCode).toBe(403)
  expect((await report(elsewhere.paul, callId, elsewhere.guest, 1000)).statusCode).toBe(403)
  expect((await report(paul, callId, randomUUID(), 1000)).statusCode).toBe(403)
  for (const wrong of [-1, 1.5, 86_400_001, '1000', null]) {
    expect((await report(paul, callId, guest, wrong)).statusCode).toBe(400)
  }
  expect(await spoken(owner, callId)).toEqual([
    ['Claire Morel', 0],
    ['Paul', 0],
  ])
  const { points } = api.config.rateLimits.speakingPerSession
  const answers = await Promise.all(Array.from({ length: points }, () => report(paul, callId, guest, 1)))
  expect(answers.some(({ statusCode }) => statusCode === 429)).toBe(true)
})

it('is for the hosts of this call alone', async () => {
  const { owner, paul, callId } = await callSince(1)
  const elsewhere = await callSince(1)
  const ask = async (browser: TestBrowser) => (await browser.get(`/calls/${callId}/speaking`)).statusCode
  expect(await ask(owner)).toBe(200)
  for (const other of [paul, api.guest(), await api.agent(), elsewhere.owner]) expect(await ask(other)).toBe(403)
})

it('is one person’s on two devices, who cannot speak for longer than time passes', async () => {
  const { owner, room, host, callId } = await callSince(10)
  const phone = await api.anotherBrowserOf(owner.user)
  const second = (await enter(phone, room.slug)).identity
  await update(callId, { joinedAt: ago(600), speakingAt: ago(15) })
  await Promise.all([report(owner, callId, host, 6000), report(phone, callId, second, 5000)])
  // Which of both came first has had all the time, and the other what was left of it.
  const [row, ...others] = await spoken(owner, callId)
  expect(row?.[0]).toBe('Claire Morel')
  expect(others.map(([name]) => name)).toEqual(['Paul'])
  expect(Number(row?.[1])).toBeGreaterThanOrEqual(5000)
  expect(Number(row?.[1])).toBeLessThanOrEqual(15_000)
})

it('keeps who has left after speaking, and leaves out who left without a word', async () => {
  const { owner, paul, guest, callId, room } = await callSince(10)
  const silent = api.guest()
  const { identity } = await enter(silent, room.slug, { displayName: 'Sonia' })
  await report(paul, callId, guest, 5000)
  const left = { where: { id: { in: [identity, guest] } }, data: { joinedAt: ago(60), leftAt: new Date() } }
  await api.database.prisma.participant.updateMany(left)
  const { speakers } = await list(owner, callId)
  expect(speakers.map(({ displayName, isHere }) => [displayName, isHere])).toEqual([
    ['Paul', false],
    ['Claire Morel', true],
  ])
})

it('is neither taken nor given where the operator does not want it', async () => {
  const off = await createTestApi({ SPEAKING_TIME: 'off' })
  try {
    expect((await off.guest().get('/config')).json()).toMatchObject({ speakingTime: false })
    const owner = await off.agent()
    const { slug } = await makeRoom(off, owner.user.id)
    const { callId, identity } = await enter(owner, slug)
    expect((await report(owner, callId, identity, 1000)).statusCode).toBe(404)
    expect((await owner.get(`/calls/${callId}/speaking`)).statusCode).toBe(404)
  } finally {
    await off.close()
  }
})
