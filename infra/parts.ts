import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type LivekitOptions, livekitConfig } from './livekit/config.ts'
import type { Secrets } from './secrets.ts'
import type { ServiceOptions } from './service.ts'
import { ROOT, type StackPorts, TURN_RELAY_PORTS } from './settings.ts'

/** What every part is told about the stack that it belongs to. */
export interface Blueprint {
  dataDir: string
  logDir: string
  ports: StackPorts
  env: NodeJS.ProcessEnv
  secrets: Secrets
  publicUrl: string
  /** Where the API listens on 127.0.0.1. */
  apiPort: number
}

const CLIENT_ID = 'visavis'
/** The role that the local ProConnect gives to its one administrator. */
const LOCAL_ADMIN_ROLE = 'visavis-admin'
const LIVEKIT_KEY = 'visavis'
const EMPTY_TIMEOUT_SECONDS = 60
const DEPARTURE_TIMEOUT_SECONDS = 20

const localIssuer = (ports: StackPorts) => `http://localhost:${ports.proconnect}/api/v2`
const localLivekit = (ports: StackPorts) => `http://127.0.0.1:${ports.livekit}`
const answersOk = (url: string) => async () => (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok

/** The stand-in for ProConnect, with the API as its one client. */
export function proconnectPart({ ports, logDir, publicUrl, secrets }: Blueprint): ServiceOptions {
  return {
    name: 'Local ProConnect',
    command: process.execPath,
    args: [join(ROOT, 'infra/proconnect-local/src/main.ts')],
    env: {
      PATH: process.env['PATH'],
      HOST: '127.0.0.1',
      PORT: String(ports.proconnect),
      ISSUER: localIssuer(ports),
      CLIENT_ID,
      CLIENT_SECRET: secrets.oidcClientSecret,
      REDIRECT_URIS: `${publicUrl}/api/v1/auth/callback`,
      POST_LOGOUT_REDIRECT_URIS: `${publicUrl}/`,
    },
    logFile: join(logDir, 'proconnect.log'),
    ready: answersOk(`${localIssuer(ports)}/.well-known/openid-configuration`),
    stopSignal: 'SIGTERM',
    stopTimeoutMs: 2_000,
  }
}

/** The LiveKit server, with its configuration written into the data directory. */
export function sfuPart(blueprint: Blueprint, binary: string): ServiceOptions {
  const { dataDir, logDir, ports, env, secrets, apiPort } = blueprint
  const seconds = (variable: string, fallback: number) => Number(env[variable] || fallback)
  const options: LivekitOptions = {
    signalPort: ports.livekit,
    tcpPort: ports.livekitTcp,
    udpPort: ports.livekitUdp,
    turnPort: ports.turn,
    turnRelayStart: ports.turnRelayStart,
    turnRelayPorts: TURN_RELAY_PORTS,
    nodeIp: env['LIVEKIT_NODE_IP'] || '127.0.0.1',
    apiKey: LIVEKIT_KEY,
    apiSecret: secrets.livekitApiSecret,
    webhookUrl: `http://127.0.0.1:${apiPort}/api/v1/webhooks/livekit`,
    emptyTimeoutSeconds: seconds('LIVEKIT_EMPTY_TIMEOUT', EMPTY_TIMEOUT_SECONDS),
    departureTimeoutSeconds: seconds('LIVEKIT_DEPARTURE_TIMEOUT', DEPARTURE_TIMEOUT_SECONDS),
    logLevel: 'info',
  }
  const configFile = join(dataDir, 'livekit.yaml')
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  writeFileSync(configFile, livekitConfig(options), { mode: 0o600 })
  return {
    name: 'LiveKit',
    command: binary,
    args: ['--config', configFile],
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'] },
    logFile: join(logDir, 'livekit.log'),
    ready: answersOk(localLivekit(ports)),
    // It answers SIGTERM by waiting until every participant has left.
    stopSignal: 'SIGKILL',
  }
}

/** The API, which also serves the built web app. Whatever the environment sets wins over what the stack made. */
// glibc by itself keeps an arena for every thread, and what was freed for later. The same in docker/app.Dockerfile.
const frugalMalloc = { MALLOC_ARENA_MAX: '1', MALLOC_TRIM_THRESHOLD_: '131072', MALLOC_MMAP_THRESHOLD_: '32768' }

export function apiPart(blueprint: Blueprint, databaseUrl: string, args: string[]): ServiceOptions {
  const { ports, env, secrets, publicUrl, apiPort, logDir } = blueprint
  const host = env['HOST'] || '127.0.0.1'
  const probe = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return {
    name: 'API',
    command: process.execPath,
    args,
    env: {
      ...frugalMalloc,
      WEB_DIST: join(ROOT, 'apps/web/dist'),
      MIGRATIONS_DIR: join(ROOT, 'prisma/migrations'),
      SESSION_SECRET: secrets.sessionSecret,
      LIVEKIT_URL: localLivekit(ports),
      LIVEKIT_API_KEY: LIVEKIT_KEY,
      LIVEKIT_API_SECRET: secrets.livekitApiSecret,
      OIDC_ISSUER: localIssuer(ports),
      OIDC_CLIENT_ID: CLIENT_ID,
      OIDC_CLIENT_SECRET: secrets.oidcClientSecret,
      ...(env['OIDC_ISSUER'] ? {} : { OIDC_ADMIN_ROLE: LOCAL_ADMIN_ROLE }),
      ...withoutEmpty(env),
      NODE_ENV: 'production',
      PUBLIC_URL: publicUrl,
      HOST: host,
      PORT: String(apiPort),
      DATABASE_URL: databaseUrl,
    },
    logFile: join(logDir, 'api.log'),
    ready: answersOk(`http://${probe}:${apiPort}/api/v1/health/ready`),
    stopSignal: 'SIGTERM',
    stopTimeoutMs: 5_000,
  }
}

/** A variable that is set to nothing counts as not set. */
const withoutEmpty = (env: NodeJS.ProcessEnv) => Object.fromEntries(Object.entries(env).filter(([, value]) => value))
