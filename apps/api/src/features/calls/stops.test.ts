import { randomUUID } from 'node:crypto'
import { type ModerationNews, moderationNewsSchema } from '@visavis/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enter, makeRoom } from '../../../test/people.ts'
import { createTestApi, type TestApi, type TestBrowser } from '../../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

/** Owner, co-host and guest, all with their microphones on. */
async function callOfThree() {
  const [owner, karim] = [await api.agent(), await api.agent()]
  const room = await makeRoom(api, owner.user.id, { accessLevel: 'open' })
  await api.database.prisma.roomMember.create({ data: { roomId: room.id, userId: karim.user.id, role: 'cohost' } })
  const paul = api.guest()
  const host = await enter(owner, room.slug)
  const cohost = await enter(karim, room.slug)
  const guest = await enter(paul, room.slug, { displayName: 'Paul' })
  for (const { callId, identity } of [host, cohost, guest]) {
    api.sfu.connect(callId, identity)
    api.sfu.microphonesOn.add(identity)
  }
  return { owner, karim, paul, room, host, cohost, guest, callId: host.callId }
}

type Someone = { callId: string; identity: string }
const pathOf = ({ callId, identity }: Someone, what: string) => `/calls/${callId}/participants/${identity}/${what}`
const stop = async (browser: TestBrowser, who: Someone, source = 'microphone') =>
  (await browser.post(pathOf(who, 'stop'), { source })).statusCode
const muteAll = (browser: TestBrowser, callId: string, except: string[]) =>
  browser.post(`/calls/${callId}/mute`, { except })
const ask = async (browser: TestBrowser, who: Someone) => (await browser.post(pathOf(who, 'ask-to-speak'))).statusCode

/** What somebody was told, oldest first. */
function toldTo({ identity }: Someone): ModerationNews[] {
  const messages = api.sfu.sent.filter(({ topic, to }) => topic === 'moderation' && to?.includes(identity))
  return messages.map(({ payload }) => moderationNewsSchema.parse(payload))
}
const audited = async (actorId: string) =>
  (await api.database.prisma.auditEvent.findMany({ where: { actorId }, orderBy: { id: 'asc' } })).map(
    ({ action, subjectId, details }) => [action, subjectId, details],
  )

describe('one microphone, camera or share', () => {
  it('is stopped by hosts, who answer for it; its person alone is told by whom', async () => {
    const { owner, karim, guest, cohost, host, callId } = await callOfThree()
    for (const source of ['camera', 'share']) api.sfu.picturesOn.add(`${source} ${guest.identity}`)
    expect(await stop(owner, guest)).toBe(204)
    expect(api.sfu.microphonesOn.has(guest.identity)).toBe(false)
    expect(await stop(karim, guest, 'camera')).toBe(204)
    expect(await stop(owner, guest, 'share')).toBe(204)
    expect([...api.sfu.picturesOn].filter((on) => on.endsWith(guest.identity))).toEqual([])
    expect(toldTo(guest)).toEqual([
      { kind: 'stopped', source: 'microphone', by: host.identity },
      { kind: 'stopped', source: 'camera', by: cohost.identity },
      { kind: 'stopped', source: 'share', by: host.identity },
    ])
    expect([...toldTo(host), ...toldTo(cohost)]).toEqual([])
    expect(await audited(karim.user.id)).toEqual([
      ['participant.stopped', guest.identity, { callId, source: 'camera' }],
    ])
  })

  it('that is off already is no news', async () => {
    const { owner, guest } = await callOfThree()
    expect(await stop(owner, guest, 'camera')).toBe(204)
    expect(toldTo(guest)).toEqual([])
  })

  it('is no business of guests, of hosts of another call, or of a name that is not there', async () => {
    const { owner, paul, host, guest, callId } = await callOfThree()
    const other = await callOfThree()
    expect(await stop(paul, host)).toBe(403)
    expect(await stop(other.owner, guest)).toBe(403)
    expect(await stop(other.paul, guest)).toBe(403)
    expect(await stop(owner, { callId, identity: other.guest.identity })).toBe(404)
    expect(await stop(owner, { callId, identity: randomUUID() })).toBe(404)
    expect(await stop(owner, guest, 'mind')).toBe(400)
    expect(api.sfu.microphonesOn.has(host.identity) && api.sfu.microphonesOn.has(guest.identity)).toBe(true)
  })

  it('cannot be asked for without end, and waits for the SFU', async () => {
    const { owner, guest } = await callOfThree()
    api.sfu.away = true
    expect(await stop(owner, guest)).toBe(503)
    api.sfu.away = false
    const { points } = api.config.rateLimits.moderationPerSession
    for (let n = 1; n < points; n++) expect(await stop(owner, guest, 'share')).toBe(204)
    expect(await stop(owner, guest)).toBe(429)
  })
})

describe('everybody', () => {
  it('is muted but those who are spared, and told', async () => {
    const { owner, host, cohost, guest, callId } = await callOfThree()
    expect((await muteAll(owner, callId, [host.identity, cohost.identity])).json()).toEqual({ stopped: 1 })
    expect([host, cohost].every(({ identity }) => api.sfu.microphonesOn.has(identity))).toBe(true)
    expect((await muteAll(owner, callId, [])).json()).toEqual({ stopped: 2 })
    expect(toldTo(cohost)).toEqual([{ kind: 'stopped', source: 'microphone', by: host.identity }])
    expect(toldTo(guest)).toHaveLength(1)
    expect(toldTo(host)).toEqual([])
    expect((await audited(owner.user.id)).map(([action]) => action)).toEqual([
      'participants.muted',
      'participants.muted',
    ])
  })

  it('is muted by hosts of this call only', async () => {
    const { paul, guest, callId } = await callOfThree()
    const other = await callOfThree()
    expect((await muteAll(paul, callId, [guest.identity])).statusCode).toBe(403)
    expect((await muteAll(other.owner, callId, [])).statusCode).toBe(403)
  })
})

describe('asking somebody to speak', () => {
  it('reaches them alone and switches nothing on', async () => {
    const { owner, host, cohost, guest, callId } = await callOfThree()
    await stop(owner, guest)
    expect(await ask(owner, guest)).toBe(204)
    expect(toldTo(guest).at(-1)).toEqual({ kind: 'asked', by: host.identity })
    expect(toldTo(cohost)).toEqual([])
    expect(api.sfu.microphonesOn.has(guest.identity)).toBe(false)
    expect((await audited(owner.user.id)).at(-1)).toEqual(['participant.asked', guest.identity, { callId }])
  })

  it('is for hosts, of somebody in their call', async () => {
    const { owner, paul, host, callId } = await callOfThree()
    expect(await ask(paul, host)).toBe(403)
    expect(await ask(owner, { callId, identity: randomUUID() })).toBe(404)
    await owner.post(`/calls/${callId}/end`)
    expect(await ask(owner, host)).toBe(404)
  })
})
