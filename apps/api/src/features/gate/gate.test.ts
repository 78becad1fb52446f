import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { AccessToken, type VideoGrant } from 'livekit-server-sdk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enter, makeRoom } from '../../../test/people.ts'
import { startRealSfu } from '../../../test/real-sfu.ts'
import { createTestApi, type TestApi } from '../../../test/test-api.ts'
import { createLivekitSfu } from '../../platform/livekit-sfu.ts'

let api: TestApi
let real: Awaited<ReturnType<typeof startRealSfu>>
beforeAll(async () => {
  real = await startRealSfu(9)
  const { url, apiKey, apiSecret } = real.livekit
  const env = { LIVEKIT_URL: url, LIVEKIT_API_KEY: apiKey, LIVEKIT_API_SECRET: apiSecret }
  api = await createTestApi(env, createLivekitSfu(real.livekit))
  await api.app.listen({ host: '127.0.0.1', port: 0 })
}, 600_000)
afterAll(async () => {
  await api.close()
  await real.stop()
})

function port() {
  const address = api.app.server.address()
  if (address === null || typeof address === 'string') throw new Error('not listening')
  return address.port
}

/** Opens a signalling connection as livekit-client does, or with `more` in the query; 101 means that it was let through. */
function knock(token: string, path = '/rtc', more = '', authorization?: string): Promise<number> {
  const query = new URLSearchParams({ access_token: token, protocol: '16', sdk: 'js', version: '2.23.0' })
  return new Promise((resolve, reject) => {
    const headers = {
      ...(authorization && { authorization: `Bearer ${authorization}` }),
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': Buffer.from(randomUUID().slice(0, 16)).toString('base64'),
    }
    const knocking = request({
      host: '127.0.0.1',
      port: port(),
      path: `${path}?${query.toString()}${more}`,
      headers,
      agent: false,
    })
    knocking.on('upgrade', (response, socket) => {
      socket.destroy()
      resolve(response.statusCode ?? 0)
    })
    knocking.on('response', (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    knocking.on('error', reject)
    knocking.end()
  })
}

async function callWithGuest() {
  const owner = await api.agent()
  const room = await makeRoom(api, owner.user.id, { accessLevel: 'open' })
  const host = await enter(owner, room.slug)
  const paul = api.guest()
  const guest = await enter(paul, room.slug, { displayName: 'Paul' })
  return { owner, room, host, paul, guest, callId: host.callId }
}

/** A token signed with the right secret, such as LiveKit itself or a leaked tool would make. */
function mint(identity: string, grant: VideoGrant, secret = real.livekit.apiSecret, ttl = 600) {
  const token = new AccessToken(real.livekit.apiKey, secret, { identity, ttl })
  token.addGrant({ roomJoin: true, canPublishData: false, canPublishSources: [], ...grant })
  return token.toJwt()
}

describe('lets through', () => {
  it('whoever was admitted, and again with a token that LiveKit has refreshed', async () => {
    const { guest, callId } = await callWithGuest()
    expect(await knock(guest.token)).toBe(101)
    expect(await knock(await mint(guest.identity, { room: callId }))).toBe(101)
  })

  it('a reconnection to an SFU that was killed and started again, whose room it makes anew', async () => {
    const { guest, callId } = await callWithGuest()
    await real.service.kill('SIGKILL')
    expect(await knock(guest.token)).toBe(503)
    await real.service.start()
    const sfu = createLivekitSfu(real.livekit)
    expect(await sfu.listRooms([callId])).toEqual([])
    expect(await knock(guest.token)).toBe(101)
    expect(await sfu.listRooms([callId])).toEqual([callId])
  })

  it('nothing but the token that it has checked: a header does not replace it on the way', async () => {
    const { guest } = await callWithGuest()
    const url = `http://127.0.0.1:${port()}/rtc/validate?access_token=${guest.token}`
    const response = await fetch(url, { headers: { authorization: 'Bearer of-somebody-else' } })
    expect([response.status, await response.text()]).toEqual([200, 'success'])
    expect(await knock(guest.token, '/rtc', '', 'of-somebody-else')).toBe(101)
  })
})

describe('stops', () => {
  it('a page whose participant has moved to another, with the original and with a refreshed token', async () => {
    const { room, owner, host, callId } = await callWithGuest()
    const { prisma } = api.database
    await prisma.participant.update({ where: { id: host.identity }, data: { joinedAt: new Date() } })
    const there = await enter(await api.anotherBrowserOf(owner.user), room.slug, { move: true })
    expect(there.identity).toBe(host.identity)
    expect(await knock(host.token)).toBe(403)
    expect(await knock(await mint(host.identity, { room: callId }))).toBe(403)
    expect(await knock(there.token)).toBe(101)
  })

  it('a token that allows more than its participant has now, until it is replaced', async () => {
    const { owner, room, paul, guest, callId } = await callWithGuest()
    await owner.request('PATCH', `/rooms/${room.slug}`, { body: { settings: { may: { share: 'hosts' } } } })
    expect(await knock(guest.token)).toBe(403)
    expect(await knock(await mint(guest.identity, { room: callId, canPublish: true }))).toBe(403)
    const resume = { identity: guest.identity, secret: guest.resumeSecret }
    expect(await knock((await enter(paul, room.slug, { resume })).token)).toBe(101)
    expect(await knock(await mint(guest.identity, { room: callId, canPublish: false }))).toBe(101)
  })

  it('a removed guest, with the original and with a refreshed token', async () => {
    const { owner, guest, callId } = await callWithGuest()
    await owner.delete(`/calls/${callId}/participants/${guest.identity}`)
    expect(await knock(guest.token)).toBe(403)
    expect(await knock(await mint(guest.identity, { room: callId }))).toBe(403)
  })

  it('a removed guest whose next join was under way at that moment', async () => {
    const { owner, guest, callId } = await callWithGuest()
    const { prisma } = api.database
    const late = await prisma.participant.findUniqueOrThrow({ where: { id: guest.identity } })
    await owner.delete(`/calls/${callId}/participants/${guest.identity}`)
    const { id } = await prisma.participant.create({ data: { ...late, id: randomUUID() } })
    expect(await knock(await mint(id, { room: callId }))).toBe(403)
  })

  it('a host of earlier with the token of then, which would show them as one; a new one lets them in', async () => {
    const { owner, room, callId } = await callWithGuest()
    const karim = await api.agent()
    const path = `/rooms/${room.slug}/members`
    await owner.put(path, { email: karim.user.email, role: 'cohost' })
    const cohost = await enter(karim, room.slug)
    expect(await knock(cohost.token)).toBe(101)
    await owner.put(`/calls/${callId}/participants/${cohost.identity}/role`, { role: 'participant' })
    expect(await knock(cohost.token)).toBe(403)
    const resume = { identity: cohost.identity, secret: cohost.resumeSecret }
    const again = await enter(karim, room.slug, { resume })
    expect(again).toMatchObject({ identity: cohost.identity, role: 'participant' })
    expect(await knock(again.token)).toBe(101)
    await owner.put(`/calls/${callId}/participants/${cohost.identity}/role`, { role: 'cohost' })
    expect(await knock(cohost.token)).toBe(101)
    expect(await knock(again.token)).toBe(403)
  })

  it('a disabled agent', async () => {
    const { owner, host } = await callWithGuest()
    await api.database.prisma.user.update({ where: { id: owner.user.id }, data: { disabledAt: new Date() } })
    expect(await knock(host.token)).toBe(403)
  })

  it('everybody, once the call has ended', async () => {
    const { owner, guest, callId } = await callWithGuest()
    await owner.post(`/calls/${callId}/end`)
    expect(await knock(guest.token)).toBe(403)
  })

  it('the identity of one call at another', async () => {
    const a = await callWithGuest()
    const b = await callWithGuest()
    expect(await knock(await mint(a.guest.identity, { room: b.callId }))).toBe(403)
  })

  it.each<[string, VideoGrant]>([
    ['moderation', { roomAdmin: true }],
    ['data messages', { canPublishData: true }],
    ['hiding', { hidden: true }],
    ['recording', { recorder: true }],
    ['changing its own attributes', { canUpdateOwnMetadata: true }],
    ['making rooms', { roomCreate: true }],
  ])('a token that allows %s', async (_what, grant) => {
    const { guest, callId } = await callWithGuest()
    expect(await knock(await mint(guest.identity, { room: callId, ...grant }))).toBe(403)
  })

  it('tokens that are missing, broken, expired, signed by another or of nobody', async () => {
    const { guest, callId } = await callWithGuest()
    expect(await knock('')).toBe(403)
    expect(await knock(`${guest.token}x`)).toBe(403)
    for (const stray of ['\n', ' ', ';', '=', '#', '\r\nx-other: header'])
      expect(await knock(`${guest.token}${stray}`)).toBe(403)
    expect(await knock(await mint(guest.identity, { room: callId }, 'another-secret-another-secret-another'))).toBe(403)
    expect(await knock(await mint(guest.identity, { room: callId }, real.livekit.apiSecret, -60))).toBe(403)
    expect(await knock(await mint(randomUUID(), { room: callId }))).toBe(403)
    expect(await knock(await mint('not-a-uuid', { room: callId }))).toBe(403)
  })

  it('two tokens at once, of which the SFU might take the other', async () => {
    const { owner, host, guest, callId } = await callWithGuest()
    await owner.delete(`/calls/${callId}/participants/${guest.identity}`)
    expect(await knock(guest.token, '/rtc', `&access_token=${host.token}`)).toBe(403)
    expect(await knock(guest.token, '/rtc', '&access_token=', host.token)).toBe(403)
    expect(await knock(guest.token, '/rtc', `&access%5Ftoken=${host.token}`, host.token)).toBe(403)
  })

  it.each(['publish=x', 'publish=&publish=x', '%70ublish=x'])(
    'a second identity beside the admitted one, whom no host could remove (%s)',
    async (publish) => {
      const { guest, callId } = await callWithGuest()
      expect(await knock(guest.token, '/rtc', `&${publish}`)).toBe(403)
      expect(await knock(guest.token, '/rtc/v1', `&${publish}`)).toBe(403)
      expect(await createLivekitSfu(real.livekit).listParticipants(callId)).toEqual([])
    },
  )

  it('whatever is not signalling: the SFU’s own API cannot be reached through it', async () => {
    const { guest } = await callWithGuest()
    for (const path of [
      '/twirp/livekit.RoomService/ListRooms',
      '/rtc/../twirp/livekit.RoomService/ListRooms',
      '/rtc/%2e%2e/twirp',
    ]) {
      expect(await knock(guest.token, path)).toBeGreaterThanOrEqual(400)
    }
  })
})

it('a browser’s token is worth nothing at the SFU’s own API', async () => {
  const { host, callId } = await callWithGuest()
  for (const method of ['ListParticipants', 'DeleteRoom', 'CreateRoom']) {
    const response = await fetch(`${real.livekit.url}/twirp/livekit.RoomService/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${host.token}` },
      body: JSON.stringify({ room: callId, name: callId }),
    })
    expect(response.status).toBe(401)
  }
})
