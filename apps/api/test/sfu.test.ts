import { createHash, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { AccessToken } from 'livekit-server-sdk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLivekitSfu } from '../src/platform/livekit-sfu.ts'
import { type Sfu, SfuUnavailableError } from '../src/platform/sfu.ts'
import { realSfuSecret, startRealSfu } from './real-sfu.ts'
import { StubSfu } from './stub-sfu.ts'

type Real = Awaited<ReturnType<typeof startRealSfu>>
let real: Real
const webhooks: { body: string; authorization: string }[] = []
const heard = Promise.withResolvers<void>()

async function bodyOf(request: IncomingMessage) {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  return body
}

async function listen(request: IncomingMessage, response: ServerResponse) {
  webhooks.push({ body: await bodyOf(request), authorization: request.headers.authorization ?? '' })
  response.end()
  heard.resolve()
}

const listener = createServer((request, response) => void listen(request, response))

beforeAll(async () => {
  await new Promise<void>((listening) => listener.listen(0, '127.0.0.1', listening))
  const address = listener.address()
  if (address === null || typeof address === 'string') throw new Error('not listening')
  real = await startRealSfu(address.port)
}, 600_000)
afterAll(async () => {
  await real.stop()
  listener.close()
})

// The stand-in and the real server answer alike, so that tests on the one hold for the other.
describe.each([
  ['stand-in', () => new StubSfu()],
  ['LiveKit', () => createLivekitSfu(real.livekit)],
] as [string, () => Sfu][])('the SFU (%s)', (_name, create) => {
  it('makes a room once, however often it is asked', async () => {
    const sfu = create()
    const callId = randomUUID()
    await sfu.ensureRoom(callId)
    await sfu.ensureRoom(callId)
    expect(await sfu.listRooms([callId])).toEqual([callId])
    expect((await sfu.listRooms()).filter((name) => name === callId)).toHaveLength(1)
    expect(await sfu.listParticipants(callId)).toEqual([])
  })

  it('ends a room, and takes no offence at one that is not there', async () => {
    const sfu = create()
    const callId = randomUUID()
    await sfu.ensureRoom(callId)
    await sfu.endRoom(callId)
    expect(await sfu.listRooms([callId])).toEqual([])
    await expect(sfu.endRoom(callId)).resolves.toBeUndefined()
    await expect(sfu.removeParticipant(callId, randomUUID())).resolves.toBeUndefined()
    await expect(sfu.sendData(callId, 'state', {})).resolves.toBeUndefined()
    expect(await sfu.listParticipants(callId)).toEqual([])
    expect(await sfu.inspect(callId)).toEqual([])
    await expect(sfu.allowSources(callId, randomUUID(), [])).resolves.toBeUndefined()
    expect(await sfu.isMicrophoneOn(callId, randomUUID())).toBe(false)
    expect(await sfu.muteSource(callId, randomUUID(), 'share')).toBe(false)
    expect(await sfu.muteMicrophones(callId, new Set())).toEqual([])
    await expect(sfu.setRole(callId, randomUUID(), 'cohost')).resolves.toBeUndefined()
    const name = { displayName: 'Paul (2)', namesake: true }
    await expect(sfu.setName(callId, randomUUID(), name)).resolves.toBeUndefined()
  })

  it('answers a ping', async () => {
    await expect(create().ping()).resolves.toBeUndefined()
  })

  it('refuses a webhook that nobody signed', async () => {
    await expect(create().receiveWebhook('{"event":"room_finished"}', undefined)).rejects.toThrow()
  })
})

describe('LiveKit', () => {
  it('signs webhooks over their raw body: one altered by a space is refused', async () => {
    const sfu = createLivekitSfu(real.livekit)
    await sfu.ensureRoom(randomUUID())
    await heard.promise
    const { body = '', authorization = '' } = webhooks[0] ?? {}
    expect((await sfu.receiveWebhook(body, authorization)).id).not.toBe('')
    await expect(sfu.receiveWebhook(`${body} `, authorization)).rejects.toThrow()
    const forged = new AccessToken(real.livekit.apiKey, `${realSfuSecret}x`, { ttl: 60 })
    forged.sha256 = createHash('sha256').update(body).digest('base64')
    await expect(sfu.receiveWebhook(body, await forged.toJwt())).rejects.toThrow()
  })

  it('is said to be away when nothing answers', async () => {
    const sfu = createLivekitSfu({ ...real.livekit, url: 'http://127.0.0.1:9' })
    await expect(sfu.ping()).rejects.toBeInstanceOf(SfuUnavailableError)
  })
})
