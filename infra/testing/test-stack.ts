import { join } from 'node:path'
import { livekitBinary } from '../livekit/binary.ts'
import { freePortRange, freePorts } from '../ports.ts'
import { type StackPorts, TURN_RELAY_PORTS } from '../settings.ts'
import type { StackOptions } from '../stack.ts'

/** Options of a stack with everything real but the API, on free ports. */
export async function idleStackOptions(dataDir: string): Promise<StackOptions> {
  const [web = 0, proconnect = 0, livekit = 0, livekitUdp = 0, turn = 0, postgres = 0] = await freePorts(6)
  const turnRelayStart = await freePortRange(TURN_RELAY_PORTS)
  const ports: StackPorts = { web, proconnect, livekit, livekitTcp: 0, livekitUdp, turn, turnRelayStart, postgres }
  return {
    dataDir,
    ports,
    env: { PATH: process.env['PATH'] },
    livekitBinary: await livekitBinary(),
    apiArgs: [join(import.meta.dirname, 'idle-api.ts')],
    durable: false,
  }
}
