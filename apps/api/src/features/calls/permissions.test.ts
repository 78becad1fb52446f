import { randomUUID } from 'node:crypto'
import { callStateSchema, type RoomSettingsChange, trackSources } from '@visavis/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testCallState } from '../../../test/call-state.ts'
import { enter, join, makeRoom } from '../../../test/people.ts'
import { createTestApi, type TestApi, type TestBrowser } from '../../../test/test-api.ts'
import { createCallRooms } from '../../platform/call-rooms.ts'
import { createPermissions } from './permissions.service.ts'
import { createReconcile } from './reconcile.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

type Place = { callId: string; identity: string }
const everything = [...trackSources]

/** A room with its owner, an agent and a guest in its call, as the SFU knows them too. */
async function callOfThree(settings: RoomSettingsChange = {}) {
  const [owner, sonia, paul] = [await api.agent(), await api.agent(), api.guest()]
  const room = await makeRoom(api, owner.user.id, { accessLevel: 'open', settings })
  const host = await enter(owner, room.slug)
  const agent = await enter(sonia, room.slug)
  const guest = await enter(paul, room.slug, { displayName: 'Paul' })
  for (const { callId, identity } of [host, agent, guest]) api.sfu.connect(callId, identity)
  return { owner, sonia, paul, room, host, agent, guest, callId: host.callId }
}

const change = (browser: TestBrowser, slug: string, settings: RoomSettingsChange) =>
  browser.request('PATCH', `/rooms/${slug}`, { body: { settings } })
const sourcesOf = ({ identity }: Place) => api.sfu.allowed.get(identity) ?? everything
const granted = ({ claims }: { claims: { video: Record<string, unknown> } }) => claims.video['canPublishSources']
const grant = (browser: TestBrowser, { callId, identity }: Place, sources: string[]) =>
  browser.put(`/calls/${callId}/participants/${identity}/grants`, { sources })
const stateOf = async (browser: TestBrowser, callId: string) =>
  callStateSchema.parse((await browser.get(`/calls/${callId}/state`)).json())

/** As every copy of the API does once a minute. */
async function reconcile() {
  const { database, sfu, events } = api
  const { prisma } = database
  const rooms = createCallRooms(prisma)
  const callState = testCallState(api)
  const nothing = async () => {}
  const { align } = createPermissions({ prisma, sfu, rooms, events, audit: nothing, callState })
  const others = {
    close: nothing,
    changedBy: nothing,
    forgetMessages: nothing,
    forgetReports: nothing,
    tidyLobbies: nothing,
  }
  await createReconcile({ database, sfu, rooms, alignPermissions: align, ...others })()
}

/** The SFU says so of somebody. */
async function tell(
  type: 'participant_joined' | 'participant_left',
  { callId, identity }: Place,
  sources = everything,
) {
  const told = { participantSid: 'PA_1', role: '', sources, at: new Date() }
  api.sfu.webhook = { id: randomUUID(), type, callId, identity, ...told }
  await api.guest().request('POST', '/webhooks/livekit', { body: {}, headers: { origin: '' } })
}

async function arrive(place: Place, sources = everything) {
  api.sfu.connect(place.callId, place.identity)
  await tell('participant_joined', place, sources)
}

describe('what a room allows', () => {
  it('is in the token of whoever comes, and told to everybody', async () => {
    const { host, agent, guest, paul, callId } = await callOfThree({
      may: { share: 'hosts', film: 'agents', speak: 'agents' },
    })
    expect(granted(host)).toEqual(everything)
    expect(granted(agent)).toEqual(['camera', 'microphone'])
    expect(guest.claims.video).toMatchObject({ canPublish: false, canSubscribe: true })
    expect((await stateOf(paul, callId)).settings.may).toMatchObject({ share: 'hosts', film: 'agents' })
  })

  it('applies at once to those who are there, both ways, and is told with a greater revision', async () => {
    const { owner, paul, room, host, agent, guest, callId } = await callOfThree()
    const before = await stateOf(paul, callId)
    expect((await change(owner, room.slug, { may: { film: 'hosts', share: 'agents' } })).statusCode).toBe(200)
    expect([host, agent, guest].map(sourcesOf)).toEqual([
      everything,
      ['microphone', 'screen_share', 'screen_share_audio'],
      ['microphone'],
    ])
    const after = await stateOf(paul, callId)
    expect(after.revision).toBeGreaterThan(before.revision)
    expect(after.settings.may).toMatchObject({ film: 'hosts', share: 'agents', speak: 'everyone' })
    expect(api.sfu.sent.findLast((sent) => sent.callId === callId)?.payload).toEqual(after)
    await change(owner, room.slug, { may: { film: 'everyone', share: 'everyone' } })
    expect(sourcesOf(guest)).toEqual(everything)
  })

  it('is changed by hosts alone', async () => {
    const { sonia, paul, room } = await callOfThree()
    expect((await change(sonia, room.slug, { stage: true })).statusCode).toBe(403)
    expect((await change(paul, room.slug, { stage: true })).statusCode).toBe(403)
    const unknown = { may: { fly: 'everyone' } } as RoomSettingsChange
    expect((await change(await api.agent(), room.slug, unknown)).statusCode).toBe(400)
  })

  it('is brought in step with the SFU later, where that was away at the change', async () => {
    const { owner, room, guest } = await callOfThree()
    api.sfu.away = true
    expect((await change(owner, room.slug, { may: { film: 'hosts' } })).statusCode).toBe(503)
    api.sfu.away = false
    expect(sourcesOf(guest)).toEqual(everything)
    await reconcile()
    expect(sourcesOf(guest)).not.toContain('camera')
  })

  it('puts right whoever arrives with an older token', async () => {
    const { owner, paul, room } = await callOfThree()
    const late = await enter(paul, room.slug, { displayName: 'Paul' })
    await change(owner, room.slug, { may: { share: 'hosts' } })
    await arrive(late)
    expect(sourcesOf(late)).toEqual(['camera', 'microphone'])
  })

  it('holds for the chat and for reactions, whoever asks', async () => {
    const { owner, sonia, paul, room, host, agent, guest, callId } = await callOfThree()
    const write = (browser: TestBrowser, { identity }: Place) =>
      browser.post(`/calls/${callId}/messages`, { identity, text: 'Bonjour' })
    const react = (browser: TestBrowser, { identity }: Place) =>
      browser.post(`/calls/${callId}/reactions`, { identity, reaction: 'yes' })
    const first = (await write(paul, guest)).json<{ id: string }>()
    await change(owner, room.slug, { may: { chat: 'agents', react: 'hosts' } })
    const refused = await write(paul, guest)
    expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([403, 'switched_off'])
    const edit = { body: { text: 'Bonsoir' } }
    expect((await paul.request('PATCH', `/calls/${callId}/messages/${first.id}`, edit)).statusCode).toBe(403)
    expect((await write(sonia, agent)).statusCode).toBe(200)
    expect((await react(sonia, agent)).statusCode).toBe(403)
    expect((await react(owner, host)).statusCode).toBe(204)
    // What one wrote one may still take back.
    expect((await paul.delete(`/calls/${callId}/messages/${first.id}`)).statusCode).toBe(204)
  })

  it('is as its owner’s new rooms are', async () => {
    const owner = await api.agent()
    await owner.put('/me/new-rooms', { accessLevel: 'open', settings: { stage: true } })
    const room = (await owner.post('/rooms', { settings: { entryBeforeHost: false } })).json<object>()
    expect(room).toMatchObject({ accessLevel: 'open', settings: { stage: true, entryBeforeHost: false } })
  })
})

describe('the stage', () => {
  it('is for hosts and whom they invite, until they take them off again', async () => {
    const { owner, paul, sonia, room, host, agent, guest, callId } = await callOfThree({ stage: true })
    expect(guest.claims.video).toMatchObject({ canPublish: false })
    for (const place of [host, agent, guest]) await arrive(place, place === host ? everything : [])
    expect((await grant(owner, guest, ['camera', 'microphone'])).statusCode).toBe(204)
    expect(sourcesOf(guest)).toEqual(['camera', 'microphone'])
    const back = await enter(paul, room.slug, { resume: { identity: guest.identity, secret: guest.resumeSecret } })
    expect(granted(back)).toEqual(['camera', 'microphone'])
    await grant(owner, guest, [])
    expect(sourcesOf(guest)).toEqual([])

    expect((await grant(sonia, agent, everything)).statusCode).toBe(403)
    expect((await grant(paul, guest, everything)).statusCode).toBe(403)
    expect((await grant(owner, { callId, identity: randomUUID() }, everything)).statusCode).toBe(404)
    const elsewhere = await callOfThree()
    expect((await grant(owner, elsewhere.guest, everything)).statusCode).toBe(403)
    const audit = await api.database.prisma.auditEvent.findMany({ where: { action: 'sources.granted' } })
    expect(audit.map(({ subjectId }) => subjectId)).toContain(guest.identity)
  })

  it('leaves the microphones on that are on when hosts begin to say who may unmute', async () => {
    const { owner, room, agent, guest } = await callOfThree()
    api.sfu.microphonesOn.add(guest.identity)
    await change(owner, room.slug, { may: { unmute: 'hosts' } })
    expect(sourcesOf(guest)).toContain('microphone')
    expect(sourcesOf(agent)).not.toContain('microphone')
    await grant(owner, guest, [])
    expect(sourcesOf(guest)).not.toContain('microphone')
  })
})

describe('the door', () => {
  it('when locked lets hosts in and back who was inside; the others wait until it opens', async () => {
    const { owner, sonia, room, callId, guest, paul } = await callOfThree()
    const locked = callStateSchema.parse((await owner.put(`/calls/${callId}/lock`)).json())
    expect(locked.locked).toBe(true)
    expect((await join(await api.agent(), room.slug)).outcome).toBe('waiting')
    const resume = { identity: guest.identity, secret: guest.resumeSecret }
    expect((await join(paul, room.slug, { resume })).outcome).toBe('admitted')
    expect((await join(owner, room.slug)).outcome).toBe('admitted')
    expect((await sonia.put(`/calls/${callId}/lock`)).statusCode).toBe(403)
    const late = api.guest()
    const waiting = await join(late, room.slug, { displayName: 'Late' })
    if (waiting.outcome !== 'waiting') throw new Error(waiting.outcome)
    await owner.post(`/rooms/${room.slug}/lobby/decisions`, { decision: 'admit', entryIds: [waiting.entryId] })
    expect((await join(late, room.slug, { displayName: 'Late' })).outcome).toBe('admitted')
    await owner.delete(`/calls/${callId}/lock`)
    expect((await join(await api.agent(), room.slug)).outcome).toBe('admitted')
  })

  it('keeps early comers waiting for a host where the room is so', async () => {
    const owner = await api.agent()
    const room = await makeRoom(api, owner.user.id, { accessLevel: 'open', settings: { entryBeforeHost: false } })
    const early = api.guest()
    expect((await join(early, room.slug, { displayName: 'Early' })).outcome).toBe('waiting')
    const host = await enter(owner, room.slug)
    await arrive(host)
    expect((await join(early, room.slug, { displayName: 'Early' })).outcome).toBe('admitted')
  })

  it('goes on when its last host leaves, lets nobody new in without one, and has its owner back as owner', async () => {
    const owner = await api.agent()
    const room = await makeRoom(api, owner.user.id, { accessLevel: 'open', settings: { entryBeforeHost: false } })
    const host = await enter(owner, room.slug)
    await arrive(host)
    const [paul, late] = [api.guest(), api.guest()]
    const guest = await enter(paul, room.slug, { displayName: 'Paul' })
    await arrive(guest)
    await tell('participant_left', host)
    expect((await paul.get(`/calls/${host.callId}/state`)).statusCode).toBe(200)
    const waiting = await join(late, room.slug, { displayName: 'Late' })
    if (waiting.outcome !== 'waiting') throw new Error(waiting.outcome)
    const decision = { decision: 'admit', entryIds: [waiting.entryId] }
    expect((await paul.post(`/rooms/${room.slug}/lobby/decisions`, decision)).statusCode).toBe(403)
    expect((await paul.post(`/calls/${host.callId}/end`)).statusCode).toBe(403)
    const back = await enter(owner, room.slug)
    expect(back).toMatchObject({ callId: host.callId, role: 'owner' })
    await arrive(back)
    expect((await join(late, room.slug, { displayName: 'Late' })).outcome).toBe('admitted')
  })

  it('takes as many as the room does, at once too, and always a host', async () => {
    const owner = await api.agent()
    const room = await makeRoom(api, owner.user.id, { accessLevel: 'open', settings: { maxParticipants: 3 } })
    const first = await enter(api.guest(), room.slug, { displayName: 'Guest' })
    const crowd = Array.from({ length: 6 }, (_, n) => join(api.guest(), room.slug, { displayName: `Guest ${n}` }))
    const outcomes = (await Promise.all(crowd)).map((outcome) => ('reason' in outcome ? outcome.reason : 'in'))
    expect(outcomes.toSorted()).toEqual(['full', 'full', 'full', 'full', 'in', 'in'])
    expect((await enter(owner, room.slug)).callId).toBe(first.callId)
  })
})
