import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { BlockList } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type Blueprint, sfuPart } from '../parts.ts'
import { freePortRange, freePorts } from '../ports.ts'
import { createService, type Service } from '../service.ts'
import { TURN_RELAY_PORTS } from '../settings.ts'
import { livekitBinary } from './binary.ts'
import { type LivekitOptions, livekitConfig } from './config.ts'

const options: LivekitOptions = {
  signalPort: 7880,
  udpPort: 7882,
  tcpPort: 7881,
  turnPort: 3478,
  turnRelayStart: 30_000,
  turnRelayPorts: 100,
  nodeIp: '203.0.113.7',
  apiKey: 'key',
  apiSecret: 's'.repeat(32),
  webhookUrl: 'http://127.0.0.1:8080/api/v1/webhooks/livekit',
  emptyTimeoutSeconds: 60,
  departureTimeoutSeconds: 20,
  logLevel: 'info',
}

/** `address:port` of every socket that a process listens on or waits for datagrams at. */
function openSockets(pid: number): string[] {
  const lines = execFileSync('ss', ['-Hlntup'], { encoding: 'utf8' }).split('\n')
  return lines.filter((line) => line.includes(`pid=${pid},`)).map((line) => line.split(/\s+/)[4] ?? '')
}

describe('livekitConfig', () => {
  it('lets nobody but the API create rooms', () => {
    expect(parse(livekitConfig(options)).room.auto_create).toBe(false)
  })

  it('names no ICE server but its own', () => {
    const { rtc, turn } = parse(livekitConfig(options))
    expect(rtc).toMatchObject({ use_external_ip: false, stun_servers: ['203.0.113.7:3478'] })
    expect(turn).toMatchObject({ enabled: true, udp_port: 3478, allow_restricted_peer_cidrs: ['203.0.113.7/32'] })
  })

  it.each(['203.0.113.7', '127.0.0.1', '10.255.0.0', '255.255.255.254'])(
    'relays to nobody but the server at %s: who may enter a call gets no way into other networks',
    (nodeIp) => {
      const [ranges, ipv6] = [parse(livekitConfig({ ...options, nodeIp })).turn.deny_peer_cidrs, '::/0']
      expect(ranges).toContain(ipv6)
      const denied = new BlockList()
      for (const range of ranges) {
        const [address = '', prefix = ''] = range.split('/')
        if (range !== ipv6) denied.addSubnet(address, Number(prefix))
      }
      expect(denied.check(nodeIp)).toBe(false)
      const others = ['0.0.0.0', '1.1.1.1', '127.0.0.2', '203.0.113.6', '203.0.113.8', '255.255.255.255']
      for (const other of others) expect([other, denied.check(other)]).toEqual([other, true])
    },
  )

  it('opens media to other machines only when its address is one they can reach', () => {
    expect(parse(livekitConfig(options)).turn.bind_addresses).toEqual(['0.0.0.0'])
    const local = parse(livekitConfig({ ...options, nodeIp: '127.0.0.1' }))
    expect(local.turn.bind_addresses).toEqual(['127.0.0.1'])
    expect(local.rtc.ips).toEqual({ includes: ['127.0.0.1/32'] })
  })
})

describe('a LiveKit server that runs with it', () => {
  let binary: string
  let service: Service
  const directory = mkdtempSync(join(tmpdir(), 'visavis-livekit-'))

  beforeAll(async () => {
    binary = await livekitBinary()
    return () => rmSync(directory, { recursive: true, force: true })
  }, 600_000)
  afterEach(() => service.stop())

  async function start(mediaOverTcp: boolean) {
    const [livekit = 0, livekitUdp = 0, turn = 0, tcp = 0] = await freePorts(4)
    const turnRelayStart = await freePortRange(TURN_RELAY_PORTS)
    const livekitTcp = mediaOverTcp ? tcp : 0
    const ports = { web: 0, proconnect: 0, postgres: 0, livekit, livekitUdp, livekitTcp, turn, turnRelayStart }
    const secrets = { sessionSecret: '', oidcClientSecret: '', postgresPassword: '', livekitApiSecret: 's'.repeat(32) }
    const blueprint: Blueprint = {
      dataDir: directory,
      logDir: directory,
      ports,
      env: {},
      secrets,
      publicUrl: '',
      apiPort: 9,
    }
    service = createService(sfuPart(blueprint, binary))
    await service.start()
    return ports
  }

  it('opens nothing but loopback', async () => {
    const { livekit, livekitUdp, turn } = await start(false)
    const expected = [livekit, livekitUdp, turn].map((port) => `127.0.0.1:${port}`)
    expect(openSockets(service.pid ?? 0).sort()).toEqual(expected.sort())
    expect(readFileSync(join(directory, 'livekit.log'), 'utf8')).not.toMatch(/"level":"(warn|error)"/)
  })

  it('opens media over TCP on every interface: why this port stays closed unless it is asked for', async () => {
    const { livekitTcp } = await start(true)
    const foreign = openSockets(service.pid ?? 0).filter((address) => !address.startsWith('127.'))
    expect(foreign).toEqual([`*:${livekitTcp}`])
  })
})
