import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import { expectMovingPicture, selectedPairs } from '../fixtures/media.ts'
import { join, leave, pictureOf } from '../fixtures/meeting.ts'
import { makeRoom } from '../fixtures/rooms.ts'
import { chooseAgent } from '../fixtures/sign-in.ts'
import { expect, test } from '../fixtures/test.ts'

interface NetLog {
  constants: { logEventTypes: Record<string, number> }
  events: { type: number; params?: { url?: string; address?: string } }[]
}

/** What Chromium asks Google for by itself, whatever page is open; no name but this machine's resolves here. */
const chromiumsOwn = [
  'accounts.google.com',
  'content-autofill.googleapis.com',
  'optimizationguide-pa.googleapis.com',
  'update.googleapis.com',
]

/** Hosts of every request, and addresses that anything was sent to, by the network log of a whole Chromium. */
function reachedBy(file: string) {
  const log: NetLog = JSON.parse(readFileSync(file, 'utf8'))
  const valuesOf = (eventName: string, key: 'url' | 'address') => {
    const type = log.constants.logEventTypes[eventName]
    return new Set(log.events.flatMap((event) => (event.type === type ? (event.params?.[key] ?? []) : [])))
  }
  return {
    requested: [...valuesOf('URL_REQUEST_START_JOB', 'url')].map((url) => new URL(url).host),
    connected: [...valuesOf('TCP_CONNECT_ATTEMPT', 'address')],
    datagrams: [...valuesOf('UDP_BYTES_SENT', 'address')],
  }
}

test('a browser that signs in, meets and leaves has spoken to the product’s own hosts alone', async ({
  people,
  product,
  network,
}) => {
  const directory = mkdtempSync(joinPath(tmpdir(), 'visavis-netlog-'))
  const file = joinPath(directory, 'net.json')
  const visitor = await people.guest('Claire Lemoine', { args: [`--log-net-log=${file}`] })
  const claire = { ...visitor, email: 'claire.lemoine@numerique.example' }
  await claire.page.goto('/')
  await claire.page.getByRole('link', { name: 'Sign in with ProConnect' }).click()
  await chooseAgent(claire.page, claire.email)
  await expect(claire.page).toHaveURL('/rooms')
  const karim = await people.agent()
  const room = await makeRoom(claire)
  await join(claire, room.slug)
  await join(karim, room.slug)
  await expectMovingPicture(pictureOf(claire, karim.name))
  await expectMovingPicture(pictureOf(karim, claire.name))
  for (const pair of await selectedPairs(claire)) expect(pair.localProtocol).toBe('udp')
  await leave(claire)

  const { livekitUdp, turn } = product.stack.ports
  expect([...network.contacted].sort()).toEqual([product.hosts.web, product.hosts.proconnect].sort())
  expect(network.iceServers.size).toBeGreaterThan(0)
  for (const server of network.iceServers) expect(server).toMatch(new RegExp(`^(stun|turn):127\\.0\\.0\\.1:${turn}\\b`))

  await claire.context.browser()?.close()
  const { requested, connected, datagrams } = reachedBy(file)
  rmSync(directory, { recursive: true, force: true })
  const ours = Object.values(product.hosts)
  expect(requested.filter((host) => !chromiumsOwn.includes(host) && !ours.includes(host))).toEqual([])
  expect(requested).toEqual(expect.arrayContaining(ours))
  const tcpPorts = ours.map((host) => host.split(':')[1])
  for (const address of connected) expect(tcpPorts.map((port) => `127.0.0.1:${port}`)).toContain(ipv4(address))
  // Every picture and every sound: to the SFU, whose TURN server is asked for one's own address.
  expect(datagrams.sort()).toEqual([`127.0.0.1:${livekitUdp}`, `127.0.0.1:${turn}`].sort())
})

const ipv4 = (address: string) => address.replace('[::1]', '127.0.0.1')
