import { stringify } from 'yaml'

/** What one LiveKit server needs to know. Ports are numbers of this machine, durations are in seconds. */
export interface LivekitOptions {
  signalPort: number
  /** Media over UDP: one port shared by every participant. */
  udpPort: number
  /** Media over TCP; 0 leaves it closed. LiveKit opens this one on every interface, whatever the address below. */
  tcpPort: number
  turnPort: number
  /** First of the ports on which TURN relays; `turnRelayPorts` of them are used. */
  turnRelayStart: number
  turnRelayPorts: number
  /** The IPv4 address that browsers reach for media. A loopback address keeps the sockets on loopback. */
  nodeIp: string
  apiKey: string
  /** At least 32 characters. */
  apiSecret: string
  webhookUrl: string
  /** How long a call without anybody stays open: before the first arrival, and after the last departure. */
  emptyTimeoutSeconds: number
  departureTimeoutSeconds: number
  logLevel: 'debug' | 'info' | 'warn' | 'error'
}

/** When the SFU takes a larger picture for sent again: five packets in each of four half seconds. Its own rule wants twenty. */
const sentAgain = { samples_required: 5, cycles_required: 4, cycle_duration: '500ms' }

const isLoopback = (address: string) => address.startsWith('127.')

/** Every address but this IPv4 one: the 32 ranges that part from it at one of its bits, and all of IPv6. */
function allBut(address: string): string[] {
  const number = address.split('.').reduce((sum, byte) => sum * 256 + Number(byte), 0)
  const ranges = Array.from({ length: 32 }, (_, bit) => {
    const size = 2 ** bit
    const start = ((Math.floor(number / size) ^ 1) >>> 0) * size
    const bytes = [24, 16, 8, 0].map((shift) => (start >>> shift) & 255)
    return `${bytes.join('.')}/${32 - bit}`
  })
  return [...ranges, '::/0']
}

/**
 * The YAML that `livekit-server --config` reads. Signalling listens on loopback only, since browsers reach it through
 * the API; rooms exist only when the API creates them; no STUN or TURN server but our own is named to a browser.
 */
export function livekitConfig(options: LivekitOptions): string {
  const local = isLoopback(options.nodeIp)
  return stringify({
    port: options.signalPort,
    bind_addresses: ['127.0.0.1'],
    rtc: {
      node_ip: options.nodeIp,
      use_external_ip: false,
      udp_port: options.udpPort,
      tcp_port: options.tcpPort,
      // Without an entry here the server would fall back on public STUN servers whenever TURN credentials fail.
      stun_servers: [`${options.nodeIp}:${options.turnPort}`],
      // A key frame that comes before the newcomer can take it is lost, and LiveKit asks for the next after a whole second.
      pli_throttle: { low_quality: '200ms', mid_quality: '250ms', high_quality: '250ms' },
      enable_loopback_candidate: local,
      ...(local ? { ips: { includes: [`${options.nodeIp}/32`] } } : {}),
    },
    video: {
      stream_tracker_manager: { video: { packet_tracker: new Map([1, 2].map((layer) => [layer, sentAgain])) } },
    },
    turn: {
      enabled: true,
      udp_port: options.turnPort,
      relay_range_start: options.turnRelayStart,
      relay_range_end: options.turnRelayStart + options.turnRelayPorts - 1,
      bind_addresses: [local ? options.nodeIp : '0.0.0.0'],
      // The relay's only peer is this very server. LiveKit refuses private addresses by itself, but would relay for every
      // guest to the whole internet.
      allow_restricted_peer_cidrs: [`${options.nodeIp}/32`],
      deny_peer_cidrs: allBut(options.nodeIp),
    },
    room: {
      auto_create: false,
      empty_timeout: options.emptyTimeoutSeconds,
      departure_timeout: options.departureTimeoutSeconds,
    },
    webhook: { urls: [options.webhookUrl], api_key: options.apiKey },
    keys: { [options.apiKey]: options.apiSecret },
    logging: { json: true, level: options.logLevel, pion_level: 'error' },
  })
}
