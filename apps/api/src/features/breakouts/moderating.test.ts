import { dataTopics } from '@visavis/contracts'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callWithBreakouts, type Member } from '../../../test/breakouts.ts'
import { createTestApi, type TestApi } from '../../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

/** Paul and the host in a breakout, Sonia in the main call, all with their microphones on. */
async function visiting() {
  const call = await callWithBreakouts(api, 2)
  const [paul, sonia] = call.people as [Member, Member]
  const [first = '', second = ''] = await call.plan({ byChoice: true })
  await call.open()
  const tokens = { paul: await call.token(paul, first), host: await call.token(call.host, first) }
  await api.sfu.ensureRoom(first)
  for (const { identity } of [paul, call.host]) api.sfu.connect(first, identity)
  api.sfu.connect(call.callId, sonia.identity)
  for (const { identity } of [paul, sonia, call.host]) api.sfu.microphonesOn.add(identity)
  return { ...call, paul, sonia, first, second, tokens }
}
const lastTold = ({ identity }: Member) =>
  api.sfu.sent.findLast(({ topic, to }) => topic === dataTopics.moderation && to?.includes(identity))
const sourcesIn = (token: string) =>
  decodeJwt<{ video: { canPublishSources: string[] } }>(token).video.canPublishSources

describe('hosts moderate in a breakout as in the main call', () => {
  it('muting somebody, asking them to speak, and changing what they are, where they are', async () => {
    const { owner, paul, first, callId } = await visiting()
    const path = `/calls/${callId}/participants/${paul.identity}`
    expect((await owner.post(`${path}/stop`, { source: 'microphone' })).statusCode).toBe(204)
    expect(api.sfu.microphonesOn.has(paul.identity)).toBe(false)
    expect(lastTold(paul)).toMatchObject({ callId: first, payload: { kind: 'stopped', source: 'microphone' } })
    expect((await owner.post(`${path}/ask-to-speak`)).statusCode).toBe(204)
    expect(lastTold(paul)).toMatchObject({ callId: first, payload: { kind: 'asked' } })
  })

  it('muting all who are with them, and nobody elsewhere', async () => {
    const { owner, paul, sonia, host, callId } = await visiting()
    expect((await owner.post(`/calls/${callId}/mute`, { except: [host.identity] })).statusCode).toBe(200)
    const on = [paul, sonia, host].map(({ identity }) => api.sfu.microphonesOn.has(identity))
    expect(on).toEqual([false, true, true])
  })

  it('and rules that change meanwhile hold there too', async () => {
    const { owner, room, paul, sonia } = await visiting()
    await owner.patch(`/rooms/${room.slug}`, { settings: { may: { film: 'hosts' } } })
    const withoutCamera = ['microphone', 'screen_share', 'screen_share_audio']
    for (const { identity } of [paul, sonia]) expect(api.sfu.allowed.get(identity)).toEqual(withoutCamera)
  })

  it('but a stage is the main call’s: in a breakout everybody talks with everybody', async () => {
    const { owner, room, paul, sonia, token, go, second } = await visiting()
    await owner.patch(`/rooms/${room.slug}`, { settings: { stage: true } })
    expect(api.sfu.allowed.get(sonia.identity)).toEqual([])
    expect(api.sfu.allowed.has(paul.identity)).toBe(false)
    expect(sourcesIn(await token(paul, second))).toContain('microphone')
    expect(sourcesIn(await token(paul, null))).toEqual([])
    expect((await go(sonia, second)).statusCode).toBe(200)
  })
})
