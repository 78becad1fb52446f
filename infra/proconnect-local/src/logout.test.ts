import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Browser, createBrowser, pressContinue } from './testing/browser.ts'
import { startFixture } from './testing/fixture.ts'
import { createRelyingParty, postLogoutRedirectUri } from './testing/relying-party.ts'
import { openPicker, signIn } from './testing/sign-in.ts'

let proConnect: Awaited<ReturnType<typeof startFixture>>
beforeAll(async () => {
  proConnect = await startFixture()
})
afterAll(() => proConnect.stop())

const state = 's'.repeat(32)

async function signInAndBuildLogout(browser: Browser, overrides: Record<string, string | undefined> = {}) {
  const client = createRelyingParty(proConnect.issuer, 'visavis')
  const callback = await signIn(browser, client.authorizationUrl(), 'claire.lemoine@numerique.example')
  const { id_token } = await client.tokens(callback)
  const url = new URL(`${proConnect.issuer}/session/end`)
  const parameters = { id_token_hint: id_token, state, post_logout_redirect_uri: postLogoutRedirectUri, ...overrides }
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) url.searchParams.set(name, value)
  return { client, url }
}

describe('logout', () => {
  test('ends the session without asking and returns with the state', async () => {
    const browser = createBrowser()
    const { client, url } = await signInAndBuildLogout(browser)
    const page = await browser.send(url)
    expect(page.headers.get('content-security-policy')).not.toContain('unsafe')
    const back = await pressContinue(browser, page, url)
    expect(back.href).toBe(`${postLogoutRedirectUri}?state=${state}`)
    const next = await openPicker(browser, client.authorizationUrl({ prompt: 'none' }))
    expect(next.searchParams.get('error')).toBe('login_required')
  })

  test.each([
    ['another post_logout_redirect_uri', { post_logout_redirect_uri: 'https://evil.example/' }],
    ['one that differs by its last slash', { post_logout_redirect_uri: postLogoutRedirectUri.replace(/\/$/, '') }],
    ['no post_logout_redirect_uri', { post_logout_redirect_uri: undefined }],
    ['no id_token_hint', { id_token_hint: undefined }],
    ['an id_token_hint of somebody else', { id_token_hint: 'e30.e30.' }],
    ['no state', { state: undefined }],
  ])('is refused with %s', async (_name, overrides) => {
    const browser = createBrowser()
    const { client, url } = await signInAndBuildLogout(browser, overrides)
    expect((await browser.send(url)).status).toBe(400)
    const next = await openPicker(browser, client.authorizationUrl({ prompt: 'none' }))
    expect(next.searchParams.get('error')).toBeNull()
  })
})
