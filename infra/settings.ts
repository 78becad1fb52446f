import { join, resolve } from 'node:path'

/** The top of the checkout. */
export const ROOT = join(import.meta.dirname, '..')

/** What is built from this checkout, and is the same for every stack that runs from it. */
export const BUILD_DIR = join(ROOT, '.data')

/** Where a stack keeps its database, secrets and logs. */
export const DATA_DIR = resolve(ROOT, process.env['VISAVIS_DATA'] || '.data')

/** Which ports the stack opens. TURN relays on the ports that follow `turnRelayStart`. */
export interface StackPorts {
  web: number
  proconnect: number
  livekit: number
  /** Media over TCP; 0 leaves it closed. */
  livekitTcp: number
  livekitUdp: number
  turn: number
  turnRelayStart: number
  postgres: number
}

/** The variable that moves each port elsewhere, for messages and for the operator. */
export const PORT_VARIABLES: Record<keyof StackPorts, string> = {
  web: 'PORT',
  proconnect: 'PROCONNECT_PORT',
  livekit: 'LIVEKIT_PORT',
  livekitTcp: 'LIVEKIT_TCP_PORT',
  livekitUdp: 'LIVEKIT_UDP_PORT',
  turn: 'TURN_PORT',
  turnRelayStart: 'TURN_RELAY_START',
  postgres: 'POSTGRES_PORT',
}

export const TURN_RELAY_PORTS = 100

const DEFAULT_PORTS: StackPorts = {
  web: 8080,
  proconnect: 9080,
  livekit: 7880,
  livekitTcp: 7881,
  livekitUdp: 7882,
  turn: 3478,
  turnRelayStart: 30_000,
  postgres: 54_329,
}

/** Reads the ports from the environment. Throws, naming every variable that is no port. */
export function readPorts(env: NodeJS.ProcessEnv): StackPorts {
  const ports = { ...DEFAULT_PORTS }
  // LiveKit opens its TCP port on every interface, and on loopback UDP always works: open it only for other machines.
  if ((env['LIVEKIT_NODE_IP'] ?? '127.').startsWith('127.')) ports.livekitTcp = 0
  const faults: string[] = []
  for (const [key, variable] of Object.entries(PORT_VARIABLES) as [keyof StackPorts, string][]) {
    const value = env[variable]
    if (!value) continue
    const port = Number(value)
    const lowest = key === 'livekitTcp' ? 0 : 1
    if (!Number.isInteger(port) || port < lowest || port > 65_535) faults.push(`${variable}=${value}`)
    else ports[key] = port
  }
  if (faults.length) throw new Error(`Not a port between 1 and 65535: ${faults.join(', ')}`)
  return ports
}
