import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { enter, makeRoom } from '../../../test/people.ts'
import { createTestApi, type TestApi } from '../../../test/test-api.ts'

// An SFU that turns every signalling connection away, politely: it keeps the TCP connection for a next request.
const sfu = createServer()
sfu.on('upgrade', (_request, socket) => socket.write('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n'))
let api: TestApi
let port: number
beforeAll(async () => {
  await new Promise<void>((resolve) => sfu.listen(0, '127.0.0.1', resolve))
  api = await createTestApi({ LIVEKIT_URL: `http://127.0.0.1:${(sfu.address() as AddressInfo).port}` })
  await api.app.listen({ host: '127.0.0.1', port: 0 })
  port = (api.app.server.address() as AddressInfo).port
})
afterAll(async () => {
  await api.close()
  sfu.close()
})

function upgrade(path: string) {
  const socket = connect(port, '127.0.0.1')
  const headers = 'Host: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13'
  socket.write(`GET ${path} HTTP/1.1\r\n${headers}\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`)
  return socket
}

it.each(['/rtc?access_token=x', '/rtc', '/', '/api/v1/me'])(
  'outlives a connection to %s that breaks while it is being asked about',
  async (path) => {
    const closed = new Promise<void>((resolve) => {
      api.app.server.once('connection', (socket) => socket.on('close', () => resolve()))
    })
    const seen = new Promise<void>((resolve) => api.app.server.once('upgrade', () => resolve()))
    const socket = upgrade(path)
    await seen
    socket.resetAndDestroy()
    await closed
    expect((await fetch(`http://127.0.0.1:${port}/api/v1/health/live`)).status).toBe(200)
  },
)

it('lets go of what the SFU has refused', async () => {
  const owner = await api.agent()
  const { token } = await enter(owner, (await makeRoom(api, owner.user.id)).slug)
  const asked = new Promise<void>((resolve) => {
    sfu.once('upgrade', (_request, socket) => socket.resume().on('end', () => resolve()))
  })
  const socket = new WebSocket(`ws://127.0.0.1:${port}/rtc/v1?access_token=${token}`)
  await new Promise((resolve) => socket.addEventListener('close', resolve))
  await expect(asked).resolves.toBeUndefined()
}, 20_000)
