import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { claimDataDir } from './leftovers.ts'
import { apiPart, type Blueprint, proconnectPart, sfuPart } from './parts.ts'
import { assertPortFree } from './ports.ts'
import { startPostgres } from './postgres.ts'
import { localSecrets } from './secrets.ts'
import { createService, type Service, type ServiceOptions } from './service.ts'
import { PORT_VARIABLES, ROOT, type StackPorts } from './settings.ts'

// V8 by itself lets the heap grow to several times what is in use before it collects, and keeps what two compilers between
// its interpreter and its best one have made. The same in docker/app.Dockerfile.
const frugalHeap = ['--max-semi-space-size=3', '--heap-growing-percent=20', '--no-sparkplug', '--no-maglev']

/** Where and how one stack runs. Two stacks run beside each other when their directories and ports differ. */
export interface StackOptions {
  dataDir: string
  ports: StackPorts
  /**
   * The variables of `.env.example`, handed to the API. DATABASE_URL, LIVEKIT_URL and OIDC_ISSUER name services that
   * run elsewhere: the stack then starts none of its own in their place.
   */
  env: NodeJS.ProcessEnv
  /** Not needed when LIVEKIT_URL is set. */
  livekitBinary: string
  /** False trades safety against power cuts for speed: for tests. */
  durable?: boolean
  /** Arguments of Node for the API; by default its built server. */
  apiArgs?: string[]
  /** Where the API listens if not on `ports.web`, because something in front of it does. */
  apiPort?: number
  signal?: AbortSignal
  /** Told when the database, the identity provider or the API ends by itself. The SFU is started again instead. */
  onCrash?(crash: Error): void
  onNotice?(text: string): void
}

/** A running stack. Parts that run elsewhere are undefined. */
export interface Stack {
  publicUrl: string
  databaseUrl: string
  logDir: string
  api: Service
  sfu: Service | undefined
  proconnect: Service | undefined
  postgres: Service | undefined
  /** Ends everything in order. The SFU is killed: it would wait until every participant has left. */
  stop(): Promise<void>
}

/** Before the SFU is started again: short at first, so that a call comes back quickly. */
const RESTART_DELAYS_MS = [200, 1_000, 5_000, 15_000]

/**
 * Starts Postgres, the local ProConnect, the SFU and the API, and resolves when the API says that it is ready. When
 * one of them fails, or `signal` fires, the others are ended before it throws.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { dataDir, ports, env } = options
  const claim = await claimDataDir(dataDir)
  const services: Service[] = []
  let stopping = false

  async function stop() {
    stopping = true
    await services.find(({ name }) => name === 'API')?.stop()
    await Promise.all(services.map((service) => service.stop()))
    claim.release()
  }

  function add(part: ServiceOptions, onCrash = options.onCrash): Service {
    const marker = part.args.at(-1) ?? part.command
    const service = createService({
      ...part,
      onSpawn: (pid) => claim.add({ name: part.name, pid, marker }),
      onCrash: (crash) => {
        if (!stopping) onCrash?.(crash)
      },
    })
    services.push(service)
    return service
  }

  async function revive(sfu: Service, crash: Error) {
    options.onNotice?.(crash.message)
    for (let attempt = 0; !stopping; attempt++) {
      await delay(RESTART_DELAYS_MS[attempt] ?? 15_000)
      if (stopping || sfu.pid) return
      const restarted = await sfu.start().then(
        () => true,
        () => false,
      )
      if (restarted) return options.onNotice?.('LiveKit is running again.')
    }
  }

  try {
    options.signal?.throwIfAborted()
    options.signal?.addEventListener('abort', () => void stop(), { once: true })
    const apiPort = options.apiPort ?? ports.web
    const publicUrl = (env['PUBLIC_URL'] || `http://localhost:${ports.web}`).replace(/\/$/, '')
    const logDir = join(dataDir, 'logs')
    const blueprint: Blueprint = { dataDir, logDir, ports, env, secrets: localSecrets(dataDir), publicUrl, apiPort }
    await assertPortsFree(options)

    const proconnect = env['OIDC_ISSUER'] ? undefined : add(proconnectPart(blueprint))
    const sfu: Service | undefined = env['LIVEKIT_URL']
      ? undefined
      : add(sfuPart(blueprint, options.livekitBinary), (crash) => void (sfu && revive(sfu, crash)))
    const database = env['DATABASE_URL'] ? { url: env['DATABASE_URL'] } : ownPostgres(blueprint)
    // Each is waited for even when another one fails, so that none is left to start after everything was ended.
    const started = await Promise.allSettled([database, proconnect?.start(), sfu?.start()])
    for (const result of started) if (result.status === 'rejected') throw result.reason
    options.signal?.throwIfAborted()
    const { url: databaseUrl } = await database
    const apiArgs = options.apiArgs ?? [...frugalHeap, join(ROOT, 'apps/api/dist/server.js')]
    const api = add(apiPart(blueprint, databaseUrl, apiArgs))
    await api.start()
    const postgres = services.find(({ name }) => name === 'Postgres')
    return { publicUrl, databaseUrl, logDir, api, sfu, proconnect, postgres, stop }
  } catch (error) {
    await stop()
    throw error
  }

  async function ownPostgres({ secrets, logDir }: Blueprint) {
    const clusterDir = join(dataDir, 'postgres')
    const running = await startPostgres({
      dataDir: clusterDir,
      port: ports.postgres,
      password: secrets.postgresPassword,
      logFile: join(logDir, 'postgres.log'),
      durable: options.durable ?? true,
      onService: (service) => services.push(service),
      onSpawn: (pid) => claim.add({ name: 'Postgres', pid, marker: clusterDir }),
      onCrash: (crash) => {
        if (!stopping) options.onCrash?.(crash)
      },
    })
    return running
  }
}

async function assertPortsFree({ ports, env, apiPort }: StackOptions) {
  const check = (key: keyof StackPorts, protocol: 'tcp' | 'udp' = 'tcp', host?: string) =>
    assertPortFree(PORT_VARIABLES[key], ports[key], protocol, host)
  if (!apiPort) await check('web', 'tcp', env['HOST'] || '127.0.0.1')
  if (!env['OIDC_ISSUER']) await check('proconnect')
  if (!env['DATABASE_URL']) await check('postgres')
  if (env['LIVEKIT_URL']) return
  await check('livekit')
  if (ports.livekitTcp) await check('livekitTcp', 'tcp', '0.0.0.0')
  await check('livekitUdp', 'udp')
  await check('turn', 'udp')
}
