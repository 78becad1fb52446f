import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeRoom } from './people.ts'
import { createTestApi, type TestApi } from './test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

function directives(csp: unknown): Record<string, string> {
  const parts = String(csp).split(';')
  return Object.fromEntries(parts.map((part) => part.trim().split(/ (.*)/s).slice(0, 2)))
}

describe('the headers', () => {
  it.each(['/me', '/rooms/aaa-bbbb-ccc', '/rooms', '/health/live', '/openapi.json', '/api/nothing'])(
    'of %s let nothing foreign in',
    async (path) => {
      const { headers } = await api.guest().get(path)
      const csp = directives(headers['content-security-policy'])
      expect(csp).toMatchObject({ 'default-src': "'none'", 'script-src': "'self'", 'frame-ancestors': "'none'" })
      expect(csp).toMatchObject({ 'base-uri': "'none'", 'connect-src': "'self' ws://localhost:8080" })
      expect(String(headers['content-security-policy'])).not.toMatch(/unsafe|\*|https?:/)
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=(self)'),
      })
      expect(headers).not.toHaveProperty('strict-transport-security')
      expect(headers).not.toHaveProperty('x-powered-by')
      expect(headers).not.toHaveProperty('access-control-allow-origin')
    },
  )

  it.each(['/me', '/rooms', '/admin/users', '/auth/login'])(
    'of %s keep the answer out of every cache',
    async (path) => {
      const { headers } = await (await api.agent({ role: 'ADMIN' })).get(path)
      expect(headers['cache-control']).toBe('no-store')
    },
  )

  it('of the documentation page let no inline script in', async () => {
    const response = await api.guest().get('/api/docs')
    const { headers } =
      response.statusCode === 302 ? await api.guest().get(String(response.headers.location)) : response
    expect(directives(headers['content-security-policy'])['script-src']).not.toMatch(/unsafe|https?:/)
  })
})

describe('a request that changes something', () => {
  const post = async (origin: Record<string, string>) => {
    const claire = await api.agent()
    const response = await claire.request('POST', '/rooms', { body: {}, headers: origin })
    return [response.statusCode, response.json().code]
  }

  it('comes from a page of ours', async () => {
    expect(await post({})).toEqual([201, undefined])
  })

  it.each([
    'https://evil.example',
    'null',
    '',
    'http://localhost:8081',
    'https://localhost:8080',
    'http://localhost:8080.evil.example',
    'http://localhost:8080/',
  ])('from %j is refused', async (origin) => {
    expect(await post({ origin })).toEqual([403, 'origin_refused'])
  })

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'] as const)('by %s without an Origin is refused', async (method) => {
    const owner = await api.agent()
    const { slug } = await makeRoom(api, owner.user.id)
    const cookie = [...owner.cookies].map((pair) => pair.join('=')).join('; ')
    const path = { POST: '/rooms', PUT: `/rooms/${slug}/owner`, PATCH: `/rooms/${slug}`, DELETE: `/rooms/${slug}` }
    const response = await api.app.inject({ method, url: `/api/v1${path[method]}`, headers: { cookie } })
    expect([response.statusCode, response.json().code]).toEqual([403, 'origin_refused'])
    expect(await api.database.prisma.room.count({ where: { slug } })).toBe(1)
  })

  it('as a simple form from elsewhere is refused', async () => {
    const claire = await api.agent()
    const response = await claire.request('POST', '/rooms', {
      body: '{"name":"CSRF"}',
      headers: { origin: 'https://evil.example', 'content-type': 'text/plain' },
    })
    expect(response.statusCode).toBe(403)
  })
})

it.each([
  ['GET', '/auth/logout', 'POST'],
  ['POST', '/me', 'GET'],
  ['PUT', '/rooms', 'GET, POST'],
  ['GET', '/rooms/aaa-bbbb-ccc/owner', 'PUT'],
  ['POST', '/admin/users', 'GET'],
  ['GET', '/webhooks/livekit', 'POST'],
] as const)('%s %s is 405, for this goes by %s', async (method, path, allow) => {
  const response = await api.guest().request(method, path)
  expect([response.statusCode, response.json().code]).toEqual([405, 'method_not_allowed'])
  expect(response.headers.allow).toBe(allow)
})

describe('the session cookie', () => {
  it('is not set for somebody who only looks', async () => {
    const guest = api.guest()
    const { slug } = await makeRoom(api, (await api.agent()).user.id)
    for (const path of ['/me', '/config', `/rooms/${slug}`, '/rooms/aaa-bbbb-ccc', '/rooms'])
      expect((await guest.get(path)).headers['set-cookie']).toBeUndefined()
    await guest.post('/rooms/aaa-bbbb-ccc/join', { displayName: 'Paul' })
    expect(guest.cookies.size).toBe(0)
  })

  it('of another secret, or without a signature, is nobody’s', async () => {
    const claire = await api.agent()
    const [name = '', value = ''] = [...claire.cookies][0] ?? []
    const whose = async (cookie: string) =>
      (await api.guest().request('GET', '/me', { headers: { cookie: `${name}=${cookie}` } })).json().agent
    expect(await whose(value)).not.toBeNull()
    for (const forged of [`${value}x`, value.split('.')[0] ?? '', `x${value}`, ''])
      expect(await whose(forged)).toBeNull()
  })
})

describe('behind a proxy that speaks https', () => {
  let proxied: TestApi
  beforeAll(async () => {
    proxied = await createTestApi({ PUBLIC_URL: 'https://visio.example', TRUSTED_PROXIES: '127.0.0.1' })
  })
  afterAll(() => proxied.close())

  async function join(from: { remoteAddress?: string }) {
    const { slug } = await makeRoom(proxied, (await proxied.agent()).user.id)
    const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.5' }
    const body = { displayName: 'Paul' }
    return await proxied.guest().request('POST', `/rooms/${slug}/join`, { body, headers, ...from })
  }

  it('the cookie belongs to this host alone, and https is demanded from then on', async () => {
    const { headers, statusCode } = await join({})
    expect(statusCode).toBe(200)
    const cookie = String(headers['set-cookie'])
    expect(cookie).toMatch(/^__Host-visavis=/)
    for (const attribute of [/; Path=\/(;|$)/, /; HttpOnly(;|$)/, /; Secure(;|$)/, /; SameSite=Lax(;|$)/])
      expect(cookie).toMatch(attribute)
    expect(cookie).not.toMatch(/Domain/i)
    expect(headers['strict-transport-security']).toMatch(/^max-age=\d{8}/)
    expect(directives(headers['content-security-policy'])['connect-src']).toBe("'self' wss://visio.example")
  })

  it('nobody else’s word makes a connection secure', async () => {
    expect((await join({ remoteAddress: '203.0.113.9' })).headers['set-cookie']).toBeUndefined()
  })
})
