import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { livekitBinary } from '../../../infra/livekit/binary.ts'
import { type Blueprint, sfuPart } from '../../../infra/parts.ts'
import { freePortRange, freePorts } from '../../../infra/ports.ts'
import { createService, type Service } from '../../../infra/service.ts'
import { TURN_RELAY_PORTS } from '../../../infra/settings.ts'
import type { Config } from '../src/config.ts'

export const realSfuSecret = 'only-for-tests-only-for-tests-only'

/** The real LiveKit server on free ports, sending its webhooks to an API at `apiPort`. */
export async function startRealSfu(
  apiPort: number,
): Promise<{ service: Service; livekit: Config['livekit']; stop(): Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'visavis-sfu-'))
  const [livekit = 0, livekitUdp = 0, turn = 0] = await freePorts(3)
  const turnRelayStart = await freePortRange(TURN_RELAY_PORTS)
  const blueprint: Blueprint = {
    dataDir,
    logDir: dataDir,
    ports: { web: 0, proconnect: 0, postgres: 0, livekit, livekitUdp, livekitTcp: 0, turn, turnRelayStart },
    env: {},
    secrets: { sessionSecret: '', oidcClientSecret: '', postgresPassword: '', livekitApiSecret: realSfuSecret },
    publicUrl: '',
    apiPort,
  }
  const part = sfuPart(blueprint, await livekitBinary())
  const service = createService(part)
  await service.start()
  return {
    service,
    livekit: { url: `http://127.0.0.1:${livekit}`, apiKey: 'visavis', apiSecret: realSfuSecret },
    async stop() {
      await service.kill('SIGKILL')
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
