import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createBrowser, locationOf, pressContinue } from './testing/browser.ts'
import { startFixture } from './testing/fixture.ts'
import { createRelyingParty, redirectUri } from './testing/relying-party.ts'
import { openPicker, signIn } from './testing/sign-in.ts'

let proConnect: Awaited<ReturnType<typeof startFixture>>
beforeAll(async () => {
  proConnect = await startFixture()
})
afterAll(() => proConnect.stop())

const client = () => createRelyingParty(proConnect.issuer, 'visavis')
const claire = 'claire.lemoine@numerique.example'

describe('a request that ProConnect answers with a page', () => {
  test.each([
    ['no state', { state: undefined }, 'state is required'],
    ['a state of 31 characters', { state: 's'.repeat(31) }, 'at least 32 characters'],
    ['no nonce', { nonce: undefined }, 'nonce is required'],
    ['a nonce of 31 characters', { nonce: 'n'.repeat(31) }, 'at least 32 characters'],
    ['a parameter it does not know', { utm_source: 'mail' }, 'unknown parameter: utm_source'],
    ['a scope it does not know', { scope: 'openid profile' }, 'unknown scope: profile'],
    ['another redirect_uri', { redirect_uri: 'https://evil.example/' }, 'invalid_redirect_uri'],
    ['no redirect_uri', { redirect_uri: undefined }, 'redirect_uri'],
    ['an unknown client', { client_id: 'nobody' }, 'invalid_client'],
  ])('%s', async (_name, overrides, reason) => {
    const response = await createBrowser().send(client().authorizationUrl(overrides))
    expect(response.status).toBe(400)
    expect(response.headers.get('location')).toBeNull()
    expect(await response.text()).toContain(reason)
  })
})

describe('a request that ProConnect sends back with an error', () => {
  test.each([
    ['no code_challenge', { code_challenge: undefined, code_challenge_method: undefined }, 'invalid_request'],
    ['a plain code_challenge', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['another flow', { response_type: 'id_token' }, 'unsupported_response_type'],
    ['prompt=none without a session', { prompt: 'none' }, 'login_required'],
  ])('%s', async (_name, overrides, error) => {
    const state = 's'.repeat(32)
    const url = client().authorizationUrl({ ...overrides, state })
    const back = await locationOf(await createBrowser().send(url), url)
    const answer = new URLSearchParams(back.search || back.hash.slice(1))
    expect(`${back.origin}${back.pathname}`).toBe(redirectUri)
    expect(Object.fromEntries(answer)).toMatchObject({ error, state, iss: proConnect.issuer })
  })
})

describe('with a session at ProConnect', () => {
  test('the next sign-in is silent, also with prompt=none; prompt=login asks again', async () => {
    const browser = createBrowser()
    await signIn(browser, client().authorizationUrl(), claire)

    const silent = await openPicker(browser, client().authorizationUrl({ prompt: 'none' }))
    expect(silent.searchParams.get('code')).toBeTruthy()
    const login = await openPicker(browser, client().authorizationUrl({ prompt: 'login' }))
    expect(login.pathname).toContain('/interaction/')
  })

  test('another agent may take over', async () => {
    const browser = createBrowser()
    await signIn(browser, client().authorizationUrl(), claire)

    const party = client()
    const picker = await openPicker(browser, party.authorizationUrl({ prompt: 'login' }))
    const resumed = await locationOf(await browser.submit(picker, { email: 'jeanne.petit@rivebelle.example' }), picker)
    const again = await pressContinue(browser, await browser.send(resumed), resumed)
    const tokens = await party.tokens(await locationOf(await browser.send(again), again))
    const { payload } = await party.verify(await (await party.userinfo(tokens.access_token)).text(), 'RS256')
    expect(payload['email']).toBe('jeanne.petit@rivebelle.example')
  })
})

describe('subjects', () => {
  async function subjectOf(choice: Record<string, string>) {
    const browser = createBrowser()
    const party = client()
    const picker = await openPicker(browser, party.authorizationUrl())
    const resumed = await locationOf(await browser.submit(picker, choice), picker)
    const { id_token } = await party.tokens(await locationOf(await browser.send(resumed), resumed))
    return (await party.verify(id_token, 'RS256')).payload.sub
  }

  test('stay the same for an agent, and differ by identity provider although the e-mail is one', async () => {
    const browser = createBrowser()
    const page = await (await browser.send(await openPicker(browser, client().authorizationUrl()))).text()
    const sameEmail = [...page.matchAll(/value="([0-9a-f]{64})">\s*<span class="name">Claire Lemoine/g)].map(
      (m) => m[1] ?? '',
    )
    expect(sameEmail).toHaveLength(2)
    const [first = '', second = ''] = sameEmail
    expect(await subjectOf({ agent: first })).toBe(first)
    expect(await subjectOf({ email: claire })).toBe(first)
    expect(await subjectOf({ agent: second })).toBe(second)
    expect(second).not.toBe(first)
  })

  test('exist for as many generated agents as a load test needs', async () => {
    const subjects = await Promise.all(
      ['agent-1@numerique.example', 'agent-17@numerique.example'].map((email) => subjectOf({ email })),
    )
    expect(new Set(subjects).size).toBe(2)
  })
})
