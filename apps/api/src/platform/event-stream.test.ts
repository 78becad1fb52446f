import { once } from 'node:events'
import { type AddressInfo, connect, type Socket } from 'node:net'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type EventStream, EventStreams } from './event-stream.ts'
import { registerProblems } from './problems.ts'

let app: FastifyInstance
let opened: PromiseWithResolvers<EventStream>
let proceed: Promise<void>
let asked: PromiseWithResolvers<void>
const clients: Socket[] = []
beforeEach(async () => {
  opened = Promise.withResolvers()
  asked = Promise.withResolvers()
  proceed = Promise.resolve()
  const streams = new EventStreams()
  app = Fastify({ forceCloseConnections: true })
  registerProblems(app)
  app.get('/events', async (_request, reply) => {
    asked.resolve()
    await proceed
    opened.resolve(streams.open(reply, [['one browser', 2]]))
    return reply
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
})
afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy()
  await app.close()
})

/** Asks for the stream, and reads nothing unless somebody listens to the socket. */
function ask() {
  const client = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
  clients.push(client)
  client.write('GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n')
  return client
}

async function statusOf(client: Socket) {
  const [head] = await once(client, 'data')
  return Number(/^HTTP\/1.1 (\d+)/.exec(String(head))?.[1])
}

it('gives a holder no more streams than they may have, and another when one has gone', async () => {
  const first = ask()
  expect([await statusOf(first), await statusOf(ask())]).toEqual([200, 200])
  expect(await statusOf(ask())).toBe(429)
  first.destroy()
  await expect.poll(() => statusOf(ask()), { interval: 20 }).toBe(200)
})

it('forgets whoever was gone before their stream was opened', async () => {
  for (let time = 0; time < 3; time++) {
    const go = Promise.withResolvers<void>()
    proceed = go.promise
    opened = Promise.withResolvers()
    asked = Promise.withResolvers()
    const gone = new Promise<void>((resolve) => {
      app.server.once('connection', (socket) => socket.once('close', () => resolve()))
    })
    const client = ask()
    await asked.promise
    client.resetAndDestroy()
    await gone
    go.resolve()
    const stream = await opened.promise
    await new Promise<void>((resolve) => stream.onClose(resolve))
  }
  expect(await statusOf(ask())).toBe(200)
})

it('lets go of a reader who has stopped to read, instead of keeping everything for them', async () => {
  const client = ask().pause()
  const stream = await opened.promise
  let open = true
  stream.onClose(() => {
    open = false
  })
  const text = 'x'.repeat(100_000)
  for (let n = 0; open && n < 1000; n++) {
    stream.send('much', text)
    await new Promise(setImmediate)
  }
  expect(open).toBe(false)
  client.resume()
  await once(client, 'close')
})
