import { randomBytes, randomUUID } from 'node:crypto'
import { Signer } from '@fastify/cookie'
import { apiPrefix, type InstanceRole } from '@visavis/contracts'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { buildApp } from '../src/app.ts'
import { type Config, parseConfig } from '../src/config.ts'
import type { User } from '../src/generated/prisma/client.ts'
import { createDatabase, type Database } from '../src/platform/database.ts'
import { createEvents, type Events } from '../src/platform/events.ts'
import type { LogDestination } from '../src/platform/logging.ts'
import { nameKey } from '../src/platform/name-keys.ts'
import { sessionCookieName } from '../src/platform/sessions.ts'
import type { Sfu } from '../src/platform/sfu.ts'
import { listening } from './heard.ts'
import { StubSfu } from './stub-sfu.ts'
import { createTestDatabase } from './test-database.ts'

export const testEnvironment = {
  NODE_ENV: 'test',
  PUBLIC_URL: 'http://localhost:8080',
  DATABASE_URL: 'postgresql://nobody@localhost/nothing',
  SESSION_SECRET: 'only-for-tests-only-for-tests-only',
  LIVEKIT_URL: 'http://127.0.0.1:7880',
  LIVEKIT_API_KEY: 'test-key',
  LIVEKIT_API_SECRET: 'only-for-tests-only-for-tests-only',
  OIDC_ISSUER: 'http://localhost:9080/api/v2',
  OIDC_CLIENT_ID: 'visavis',
  OIDC_CLIENT_SECRET: 'only-for-tests',
  LOG_LEVEL: 'silent',
}

/** A browser as far as the API sees one: it keeps cookies and sends its Origin. */
export class TestBrowser {
  readonly cookies = new Map<string, string>()
  readonly #app: FastifyInstance
  readonly #origin: string

  constructor(app: FastifyInstance, origin: string) {
    this.#app = app
    this.#origin = origin
  }

  async request(
    method: NonNullable<InjectOptions['method']>,
    path: string,
    options: { body?: unknown; headers?: Record<string, string>; remoteAddress?: string } = {},
  ): Promise<LightMyRequestResponse> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await this.#app.inject({
      method,
      url: path.startsWith('/api/') || path.startsWith('/rtc') ? path : `${apiPrefix}${path}`,
      headers: { origin: this.#origin, ...(cookie && { cookie }), ...options.headers },
      ...(options.body !== undefined && { payload: options.body as Record<string, unknown> }),
      ...(options.remoteAddress !== undefined && { remoteAddress: options.remoteAddress }),
    })
    for (const { name, value, maxAge } of response.cookies) {
      if (value === '' || maxAge === 0) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return response
  }

  get = (path: string) => this.request('GET', path)
  post = (path: string, body?: unknown) => this.request('POST', path, { body })
  patch = (path: string, body?: unknown) => this.request('PATCH', path, { body })
  put = (path: string, body?: unknown) => this.request('PUT', path, { body })
  delete = (path: string) => this.request('DELETE', path)
}

export interface TestApi {
  readonly app: FastifyInstance
  readonly config: Config
  readonly database: Database
  readonly events: Events
  readonly sfu: StubSfu
  /** A browser without a session. */
  guest(): TestBrowser
  /** Another browser in which the same agent has signed in. */
  anotherBrowserOf(user: User): Promise<TestBrowser>
  /** A browser in which a new agent has signed in. */
  agent(user?: { displayName?: string; email?: string; role?: InstanceRole }): Promise<TestBrowser & { user: User }>
  close(): Promise<void>
}

/** The real application on a real database of its own, with a stand-in for the SFU; `env` overrides the configuration. */
export async function createTestApi(
  env: Record<string, string> = {},
  realSfu?: Sfu,
  logDestination?: LogDestination,
): Promise<TestApi> {
  const testDatabase = await createTestDatabase()
  const config = parseConfig({ ...testEnvironment, DATABASE_URL: testDatabase.url, ...env })
  const database = createDatabase(config.database.url, 10, () => {})
  const events = createEvents(database.pool, config.database.listenUrl, () => {})
  const sfu = new StubSfu()
  const app = await buildApp({
    config,
    database,
    events,
    sfu: realSfu ?? sfu,
    ...(logDestination && { logDestination }),
  })
  await app.ready()
  await listening(events)
  const guest = () => new TestBrowser(app, config.publicUrl.origin)

  async function signIn(browser: TestBrowser, agentId: string) {
    const sid = randomBytes(24).toString('base64url')
    const expires = new Date(Date.now() + config.session.maxAgeSeconds * 1000)
    const cookie = { originalMaxAge: config.session.maxAgeSeconds * 1000, expires, httpOnly: true, path: '/' }
    await database.pool.query('insert into "session" (sid, sess, expire) values ($1, $2, $3)', [
      sid,
      JSON.stringify({ cookie, agentId }),
      expires,
    ])
    browser.cookies.set(sessionCookieName(config.secure), new Signer(config.session.secret).sign(sid))
  }

  return {
    app,
    config,
    database,
    events,
    sfu,
    guest,
    async anotherBrowserOf(user) {
      const browser = guest()
      await signIn(browser, user.id)
      return browser
    },
    async agent({ displayName = 'Claire Lemoine', email, role = 'AGENT' } = {}) {
      const subject = randomUUID()
      const user = await database.prisma.user.create({
        data: {
          issuer: 'test',
          subject,
          displayName,
          nameKey: nameKey(displayName),
          email: email ?? `${subject}@agents.example`,
          role,
        },
      })
      const browser = guest()
      await signIn(browser, user.id)
      return Object.assign(browser, { user })
    },
    async close() {
      await app.close()
      await events.close()
      await database.close()
      await testDatabase.drop()
    },
  }
}
