import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Forgery, type HostileIssuer, startHostileIssuer } from '../../../test/hostile-issuer.ts'
import { beginSignIn, navigation, openCallback, signIn, trusting } from '../../../test/sign-in.ts'
import { createTestApi, type TestApi, type TestBrowser } from '../../../test/test-api.ts'

let issuer: HostileIssuer
let api: TestApi
beforeAll(async () => {
  issuer = await startHostileIssuer()
  api = await createTestApi(trusting(issuer))
})
afterEach(() => {
  issuer.forge()
  vi.useRealTimers()
})
afterAll(async () => {
  await api.close()
  await issuer.stop()
})

const whoIs = async (browser: TestBrowser) => (await browser.get('/me')).json().agent

async function expectRefusal(browser: TestBrowser, response: { statusCode: number; json(): unknown }, code: string) {
  expect(response.json()).toMatchObject({ code, status: response.statusCode, title: expect.stringMatching(/\w+ \w+/) })
  expect(await whoIs(browser)).toBeNull()
}

test('an honest sign-in ends on the page that was wanted', async () => {
  const browser = api.guest()
  const query = await beginSignIn(browser, issuer, '/abc-defg-hij?lang=fr')
  const response = await openCallback(browser, query)
  expect([response.statusCode, response.headers.location]).toEqual([302, '/abc-defg-hij?lang=fr'])
  expect(response.headers['cache-control']).toBe('no-store')
  expect(await whoIs(browser)).toMatchObject({ displayName: 'Claire Lemoine', organization: 'Direction du numérique' })
})

test('returnTo=//evil.example goes home', async () => {
  const browser = api.guest()
  const response = await openCallback(browser, await beginSignIn(browser, issuer, '//evil.example'))
  expect(response.headers.location).toBe('/')
})

test('who is signed in already goes straight to the page, if it is one of ours', async () => {
  const browser = await api.agent()
  expect((await browser.get('/auth/login?returnTo=/rooms')).headers.location).toBe('/rooms')
  expect((await browser.get('/auth/login?returnTo=//evil.example')).headers.location).toBe('/')
})

describe('a callback is refused', () => {
  test.each([
    ['without state', (query: URLSearchParams) => query.delete('state')],
    ['with another state', (query: URLSearchParams) => query.set('state', 's'.repeat(43))],
  ])('%s, and the sign-in can still be finished', async (_name, spoil) => {
    const browser = api.guest()
    const query = await beginSignIn(browser, issuer)
    const spoilt = new URLSearchParams(query)
    spoil(spoilt)
    const response = await openCallback(browser, spoilt)
    expect(response.statusCode).toBe(403)
    await expectRefusal(browser, response, 'oidc_failed')
    expect((await openCallback(browser, query)).headers.location).toBe('/rooms')
  })

  test('in a browser that began nothing', async () => {
    const browser = api.guest()
    const response = await openCallback(browser, await beginSignIn(api.guest(), issuer))
    await expectRefusal(browser, response, 'oidc_failed')
    expect(response.cookies).toEqual([])
  })

  test('the second time, whether the first succeeded or not', async () => {
    const browser = api.guest()
    const query = await beginSignIn(browser, issuer)
    const cookies = new Map(browser.cookies)
    expect((await openCallback(browser, query)).statusCode).toBe(302)
    expect((await openCallback(browser, query)).statusCode).toBe(403)

    const replaying = api.guest()
    for (const [name, value] of cookies) replaying.cookies.set(name, value)
    await expectRefusal(replaying, await openCallback(replaying, query), 'oidc_failed')

    const refused = api.guest()
    issuer.forge({ idToken: { acr: 'eidas0' } })
    const other = await beginSignIn(refused, issuer)
    await expectRefusal(refused, await openCallback(refused, other), 'oidc_acr_too_low')
    issuer.forge()
    const exchanges = issuer.tokenRequests.length
    await expectRefusal(refused, await openCallback(refused, other), 'oidc_failed')
    expect(issuer.tokenRequests).toHaveLength(exchanges)
  })

  test('after ten minutes', async () => {
    const browser = api.guest()
    const query = await beginSignIn(browser, issuer)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 10 * 60 * 1000 + 1 })
    const response = await openCallback(browser, query)
    expect(response.statusCode).toBe(403)
    await expectRefusal(browser, response, 'oidc_failed')
  })

  const past = Math.floor(Date.now() / 1000) - 300
  test.each<[string, Forgery, string]>([
    ['an ID token with another nonce', { idToken: { nonce: 'n'.repeat(43) } }, 'oidc_failed'],
    ['an ID token with another aud', { idToken: { aud: 'another' } }, 'oidc_failed'],
    ['an ID token of another iss', { idToken: { iss: 'https://evil.example' } }, 'oidc_failed'],
    ['an expired ID token', { idToken: { exp: past } }, 'oidc_failed'],
    ['an ID token with a bad signature', { idTokenSignature: 'stranger' }, 'oidc_failed'],
    ['an ID token with alg none', { idTokenSignature: 'none' }, 'oidc_failed'],
    ['userinfo that is not signed', { userinfoIsJson: true }, 'oidc_failed'],
    ['userinfo with alg none', { userinfoSignature: 'none' }, 'oidc_failed'],
    ['userinfo of another sub', { userinfo: { sub: 'somebody-else' } }, 'oidc_failed'],
    ['a level below policy', { idToken: { acr: 'eidas0' } }, 'oidc_acr_too_low'],
  ])('with %s', async (_name, forgery, code) => {
    const browser = api.guest()
    const response = await signIn(browser, issuer, forgery)
    expect(response.statusCode).toBe(403)
    await expectRefusal(browser, response, code)
  })

  test('with error=login_required, without going to the provider again', async () => {
    const browser = api.guest()
    const query = await beginSignIn(browser, issuer)
    const answer = new URLSearchParams({ error: 'login_required', state: query.get('state') ?? '' })
    await expectRefusal(browser, await openCallback(browser, answer), 'oidc_login_required')
    expect((await openCallback(browser, answer, navigation)).headers.location).toMatch(
      /^\/login-error\?code=oidc_failed/,
    )
  })
})

describe('a person', () => {
  test('is taken to a page that explains the refusal and can bring them back', async () => {
    const browser = api.guest()
    issuer.forge({ idToken: { acr: 'eidas1-unknown' } })
    const response = await openCallback(browser, await beginSignIn(browser, issuer, '/abc-defg-hij'), navigation)
    const page = new URL(response.headers.location ?? '', 'http://localhost:8080')
    expect([response.statusCode, page.pathname]).toEqual([302, '/login-error'])
    expect(Object.fromEntries(page.searchParams)).toEqual({
      code: 'oidc_acr_too_low',
      requestId: expect.any(String),
      returnTo: '/abc-defg-hij',
    })
  })

  test('is asked again who they are after a refusal, and then no more', async () => {
    const browser = api.guest()
    await signIn(browser, issuer, { idToken: { acr: 'eidas0' } })
    const promptOf = async () =>
      new URL((await browser.get('/auth/login')).headers.location ?? '').searchParams.get('prompt')
    expect(await promptOf()).toBe('login')
    await signIn(browser, issuer)
    await browser.post('/auth/logout')
    expect(await promptOf()).toBeNull()
  })

  test('may sign in from two tabs and finish either', async () => {
    const browser = api.guest()
    const first = await beginSignIn(browser, issuer, '/rooms')
    await beginSignIn(browser, issuer, '/admin/rooms')
    expect((await openCallback(browser, first)).headers.location).toBe('/rooms')
  })
})
