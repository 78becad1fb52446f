import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApi, buildWeb } from './build.ts'
import { livekitBinary } from './livekit/binary.ts'
import { freePortRange, freePorts } from './ports.ts'
import { type StackPorts, TURN_RELAY_PORTS } from './settings.ts'
import { type Stack, startStack } from './stack.ts'

export interface TemporaryStackOptions {
  /** Variables of `.env.example` for the API; nothing else of this process's environment reaches it. */
  env?: Record<string, string>
  /** Opens the SFU's port for media over TCP. LiveKit opens it on every interface, so only where it is the subject. */
  mediaOverTcp?: boolean
  /** Whether Postgres waits for the disk, as it does in earnest. Tests need not. */
  durable?: boolean
  onNotice?(text: string): void
  onCrash?(crash: Error): void
}

export interface TemporaryStack extends Stack {
  dataDir: string
  ports: StackPorts
}

/**
 * The whole product, built if need be, on free ports with a data directory of its own, which `stop` removes. Any
 * number of them run beside each other. A part that ends unasked is an error on the console, unless `onCrash` is given.
 */
export async function startTemporaryStack(options: TemporaryStackOptions = {}): Promise<TemporaryStack> {
  const binary = await livekitBinary()
  await buildApi()
  await buildWeb()
  const dataDir = mkdtempSync(join(tmpdir(), 'visavis-stack-'))
  const turnRelayStart = await freePortRange(TURN_RELAY_PORTS)
  const [web = 0, proconnect = 0, livekit = 0, tcp = 0, livekitUdp = 0, turn = 0, postgres = 0] = await freePorts(7)
  const livekitTcp = options.mediaOverTcp ? tcp : 0
  const ports = { web, proconnect, livekit, livekitTcp, livekitUdp, turn, turnRelayStart, postgres }
  const stack = await startStack({
    dataDir,
    ports,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], LOG_LEVEL: 'warn', ...options.env },
    livekitBinary: binary,
    durable: options.durable ?? false,
    onNotice: options.onNotice ?? (() => {}),
    onCrash: options.onCrash ?? ((crash) => process.stderr.write(`${crash.message}\n`)),
  })
  return {
    ...stack,
    dataDir,
    ports,
    async stop() {
      await stack.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
