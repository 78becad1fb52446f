import { randomUUID } from 'node:crypto'
import { roomPreviewSchema, trackSources } from '@visavis/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enter, join, makeRoom } from '../../../test/people.ts'
import { createTestApi, type TestApi, type TestBrowser } from '../../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

type Place = { callId: string; identity: string }

/** As the SFU tells it. */
async function tell(type: 'participant_joined' | 'participant_left', { callId, identity }: Place) {
  if (type === 'participant_joined') api.sfu.connect(callId, identity)
  const told = { participantSid: 'PA_1', role: '', sources: trackSources, at: new Date() }
  api.sfu.webhook = { id: randomUUID(), type, callId, identity, ...told }
  await api.guest().request('POST', '/webhooks/livekit', { body: {}, headers: { origin: '' } })
}

async function isElsewhere(browser: TestBrowser, slug: string) {
  return roomPreviewSchema.parse((await browser.get(`/rooms/${slug}`)).json()).elsewhere
}

async function callOfClaireAndPaul() {
  const claire = await api.agent()
  const { slug } = await makeRoom(api, claire.user.id, { accessLevel: 'open' })
  const there = await enter(claire, slug)
  await tell('participant_joined', there)
  const paul = api.guest()
  const ofPaul = await enter(paul, slug, { displayName: 'Paul' })
  await tell('participant_joined', ofPaul)
  return { slug, claire, there, paul, ofPaul, phone: await api.anotherBrowserOf(claire.user) }
}

describe('the prejoin', () => {
  it('tells whoever is in the call on another page, and nobody else', async () => {
    const { slug, claire, there, paul, phone } = await callOfClaireAndPaul()
    for (const theirs of [claire, phone, paul]) expect(await isElsewhere(theirs, slug)).toBe(true)
    for (const other of [api.guest(), await api.agent()]) expect(await isElsewhere(other, slug)).toBe(false)
    await tell('participant_left', there)
    expect(await isElsewhere(phone, slug)).toBe(false)
  })
})

describe('moving the call', () => {
  it('makes the new page the participant of before: same identity, hand and place in the queue', async () => {
    const { slug, claire, there, paul, ofPaul, phone } = await callOfClaireAndPaul()
    await claire.put(`/calls/${there.callId}/participants/${there.identity}/hand`)
    await paul.put(`/calls/${there.callId}/participants/${ofPaul.identity}/hand`)
    const here = await enter(phone, slug, { move: true })
    expect(here).toMatchObject({ identity: there.identity, callId: there.callId, role: 'owner' })
    expect(here.resumeSecret).not.toBe(there.resumeSecret)
    const state = (await phone.get(`/calls/${here.callId}/state`)).json()
    expect(state.hands).toMatchObject([{ identity: there.identity }, { identity: ofPaul.identity }])
    const hand = `/calls/${here.callId}/participants/${here.identity}/hand`
    expect((await phone.delete(hand)).statusCode).toBe(200)
  })

  it('leaves the old page nothing: neither its secret nor its say', async () => {
    const { slug, claire, there, phone } = await callOfClaireAndPaul()
    const here = await enter(phone, slug, { move: true })
    const resume = { identity: there.identity, secret: there.resumeSecret }
    expect(await join(claire, slug, { resume })).toEqual({ outcome: 'closed', reason: 'elsewhere' })
    expect((await claire.get(`/calls/${there.callId}/state`)).statusCode).toBe(403)
    const own = { identity: here.identity, secret: here.resumeSecret }
    expect(await enter(phone, slug, { resume: own })).toMatchObject({ identity: there.identity })
    // And back again.
    expect(await enter(claire, slug, { move: true })).toMatchObject({ identity: there.identity })
  })

  it.each([true, false])('keeps the microphone as it was (on: %s)', async (on) => {
    const { slug, there, phone } = await callOfClaireAndPaul()
    if (on) api.sfu.microphonesOn.add(there.identity)
    expect((await enter(phone, slug, { move: true })).arrivesMuted).toBe(!on)
  })

  it('needs no host, for whoever is in already', async () => {
    const { slug, paul, ofPaul } = await callOfClaireAndPaul()
    await api.database.prisma.room.update({ where: { slug }, data: { accessLevel: 'restricted' } })
    expect(await enter(paul, slug, { displayName: 'Paul', move: true })).toMatchObject({ identity: ofPaul.identity })
  })

  it('moves nobody else: other agents and guests come in as themselves', async () => {
    const { slug, there, ofPaul } = await callOfClaireAndPaul()
    const identities = [there.identity, ofPaul.identity]
    const other = await enter(await api.agent(), slug, { move: true, identity: there.identity })
    const guest = await enter(api.guest(), slug, { displayName: 'Paul', move: true })
    for (const { identity } of [other, guest]) expect(identities).not.toContain(identity)
  })

  it('brings nobody back whom a host has removed', async () => {
    const { slug, claire, paul, ofPaul } = await callOfClaireAndPaul()
    await claire.delete(`/calls/${ofPaul.callId}/participants/${ofPaul.identity}`)
    expect(await join(paul, slug, { displayName: 'Paul', move: true })).toEqual({
      outcome: 'denied',
      reason: 'removed',
    })
  })

  it('is a plain join where there is nobody to move', async () => {
    const { slug, there, phone } = await callOfClaireAndPaul()
    await tell('participant_left', there)
    const here = await enter(phone, slug, { move: true })
    expect(here.identity).not.toBe(there.identity)
    expect(here.arrivesMuted).toBe(false)
  })
})
