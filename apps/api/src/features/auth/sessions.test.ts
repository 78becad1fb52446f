import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type HostileIssuer, startHostileIssuer } from '../../../test/hostile-issuer.ts'
import { enter, join, makeRoom } from '../../../test/people.ts'
import { beginSignIn, navigation, openCallback, signIn, trusting } from '../../../test/sign-in.ts'
import { createTestApi, type TestApi, type TestBrowser } from '../../../test/test-api.ts'

let issuer: HostileIssuer
let api: TestApi
beforeAll(async () => {
  issuer = await startHostileIssuer()
  api = await createTestApi({ ...trusting(issuer), RATE_LIMITS: '{"loginPerAddress":{"points":60,"seconds":60}}' })
})
afterEach(() => issuer.forge())
afterAll(async () => {
  await api.close()
  await issuer.stop()
})

/** Another browser that has got hold of this one's cookies as they are now. */
function copyOf(browser: TestBrowser): TestBrowser {
  const copy = api.guest()
  for (const [name, value] of browser.cookies) copy.cookies.set(name, value)
  return copy
}

const isSignedIn = async (browser: TestBrowser) => (await browser.get('/me')).json().agent !== null
const auditOf = (action: string) =>
  api.database.prisma.auditEvent.findMany({ where: { action }, orderBy: { at: 'desc' } })

describe('the session', () => {
  test('gets another id at sign-in: the cookie from before is worthless', async () => {
    const browser = api.guest()
    const query = await beginSignIn(browser, issuer)
    const before = copyOf(browser)
    expect(before.cookies.size).toBe(1)
    await openCallback(browser, query)
    expect(await isSignedIn(browser)).toBe(true)
    expect(await isSignedIn(before)).toBe(false)
    expect(browser.cookies).not.toEqual(before.cookies)
  })

  test('is destroyed at sign-out: the cookie is worthless, here and in a copy', async () => {
    const browser = api.guest()
    await signIn(browser, issuer)
    const stolen = copyOf(browser)
    const response = await browser.post('/auth/logout')
    expect(response.statusCode).toBe(200)
    expect(browser.cookies.size).toBe(0)
    expect(await isSignedIn(stolen)).toBe(false)
  })

  test('keeps nothing of a sign-in that is done but the ID token, and when and where it was', async () => {
    const browser = api.guest()
    await signIn(browser, issuer)
    const { rows } = await api.database.pool.query(`select sess from "session" where sess->>'agentId' is not null`)
    for (const { sess } of rows) expect(Object.keys(sess).sort()).toEqual(['agentId', 'cookie', 'idToken', 'signedIn'])
  })
})

test('a guest whom a room keeps out is so as the agent they sign in as, in that browser', async () => {
  const owner = await api.agent()
  const room = await makeRoom(api, owner.user.id, { accessLevel: 'open' })
  const { callId } = await enter(owner, room.slug)
  const browser = api.guest()
  const { identity } = await enter(browser, room.slug, { displayName: 'Paul' })
  expect((await owner.post(`/calls/${callId}/participants/${identity}/ban`)).statusCode).toBe(204)
  await signIn(browser, issuer)
  expect(await isSignedIn(browser)).toBe(true)
  expect(await join(browser, room.slug)).toEqual({ outcome: 'denied', reason: 'removed' })
})

describe('sign-out', () => {
  test('says where the browser ends its session at the provider', async () => {
    const browser = api.guest()
    await signIn(browser, issuer)
    const { redirectTo } = (await browser.post('/auth/logout')).json()
    const url = new URL(redirectTo)
    expect(url.href.split('?')[0]).toBe(`${issuer.issuer}/session/end`)
    expect(Object.fromEntries(url.searchParams)).toEqual({
      id_token_hint: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      post_logout_redirect_uri: 'http://localhost:8080/',
    })
  })

  test('works while the provider is away, and for who is not signed in', async () => {
    const lonely = await createTestApi({ ...trusting(issuer) })
    try {
      const browser = await lonely.agent()
      await lonely.database.pool.query(`update "session" set sess = jsonb_set(sess::jsonb, '{idToken}', '"a.b.c"')`)
      issuer.forge({ isAway: true })
      expect((await browser.post('/auth/logout')).json()).toEqual({ redirectTo: '/' })
      expect((await browser.get('/me')).json()).toEqual({ agent: null })
      expect((await lonely.guest().post('/auth/logout')).json()).toEqual({ redirectTo: '/' })
    } finally {
      await lonely.close()
    }
  })

  test('by GET is 405, and from another origin 403: nobody is signed out', async () => {
    const browser = await api.agent()
    expect((await browser.get('/auth/logout')).statusCode).toBe(405)
    const foreign = await browser.request('POST', '/auth/logout', { headers: { origin: 'https://evil.example' } })
    expect(foreign.statusCode).toBe(403)
    expect(await isSignedIn(browser)).toBe(true)
  })
})

describe('the provider', () => {
  test('being away is a 503, and over as soon as it is back', async () => {
    const fresh = await createTestApi({ ...trusting(issuer) })
    try {
      issuer.forge({ isAway: true })
      const away = await fresh.guest().get('/auth/login')
      expect([away.statusCode, away.json().code]).toEqual([503, 'identity_provider_unavailable'])
      expect(away.headers['retry-after']).toBeDefined()
      const page = await fresh.guest().request('GET', '/auth/login?returnTo=/rooms', { headers: navigation })
      expect(page.headers.location).toMatch(/^\/login-error\?code=identity_provider_unavailable.*returnTo=%2Frooms$/)
      issuer.forge()
      expect((await fresh.guest().get('/auth/login')).statusCode).toBe(302)
    } finally {
      await fresh.close()
    }
  })
})

describe('the record', () => {
  test('has sign-ins, refusals with their reason, and sign-outs; no name and no e-mail', async () => {
    const browser = api.guest()
    await signIn(browser, issuer)
    const { id } = (await browser.get('/me')).json().agent
    await browser.post('/auth/logout')
    await signIn(browser, issuer, { idToken: { acr: 'eidas0' } })

    const [login] = await auditOf('login')
    const [logout] = await auditOf('logout')
    const [refused] = await auditOf('login.refused')
    expect([login?.actorId, logout?.actorId]).toEqual([id, id])
    expect(refused).toMatchObject({ actorId: null, details: { reason: 'oidc_acr_too_low' } })
    expect(JSON.stringify(await api.database.prisma.auditEvent.findMany())).not.toMatch(/lemoine|claire/i)
  })
})

// Last, because it uses up the limit of the address that all of these tests come from.
test('sign-ins are limited by address, for callers who keep no cookies too', async () => {
  const answers = await Promise.all(Array.from({ length: 70 }, () => api.guest().get('/auth/login')))
  const limited = answers.filter(({ statusCode }) => statusCode === 429)
  expect(limited.length).toBeGreaterThan(0)
  expect(limited[0]?.json()).toMatchObject({ code: 'rate_limited', retryAfterSeconds: expect.any(Number) })
  const forged = { 'x-forwarded-for': '203.0.113.9' }
  expect((await api.guest().request('GET', '/auth/login', { headers: forged })).statusCode).toBe(429)
  expect((await api.guest().request('GET', '/auth/callback', { headers: navigation })).headers.location).toMatch(
    /^\/login-error\?code=rate_limited/,
  )
})
