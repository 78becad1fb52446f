import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Forgery, type HostileIssuer, hostileClient, startHostileIssuer } from '../../test/hostile-issuer.ts'
import { createOidc, type OidcSettings } from './oidc.ts'
import type { OidcErrorCode } from './oidc-errors.ts'

let provider: HostileIssuer
beforeAll(async () => {
  provider = await startHostileIssuer()
})
afterEach(() => provider.forge())
afterAll(() => provider.stop())

const names = {
  sub: 'sub',
  email: 'email',
  givenName: 'given_name',
  usualName: 'usual_name',
  uid: 'uid',
  siret: 'siret',
  idpId: 'idp_id',
  organizationLabel: 'organization_label',
  roles: 'roles',
}

function create(overrides: Partial<OidcSettings> = {}) {
  return createOidc({
    issuer: provider.issuer,
    clientId: hostileClient.id,
    clientSecret: hostileClient.secret,
    scopes: 'openid email',
    acrValues: ['eidas1', 'eidas1-mfa'],
    userinfoFormat: 'jwt',
    claims: names,
    redirectUri: 'http://localhost:8080/api/v1/auth/callback',
    postLogoutRedirectUri: 'http://localhost:8080/',
    ...overrides,
  })
}

/** Signs in while the provider departs from the truth in the given way. */
async function signIn(forgery: Forgery = {}, overrides: Partial<OidcSettings> = {}) {
  const oidc = create(overrides)
  provider.forge(forgery)
  const { url, transaction } = await oidc.beginLogin({ returnTo: '/' })
  return oidc.completeLogin(provider.authorize(url), transaction)
}

const refusal = (code: OidcErrorCode) => expect.objectContaining({ name: 'OidcError', code })
const minutesAgo = (minutes: number) => Math.floor(Date.now() / 1000) - minutes * 60

describe('the authorization request', () => {
  test('carries PKCE S256, a long state and nonce, and no parameter that ProConnect does not know', async () => {
    const { url, transaction } = await create().beginLogin({ returnTo: '/' })
    const { state, nonce, code_challenge, ...rest } = Object.fromEntries(url.searchParams)
    expect(rest).toEqual({
      response_type: 'code',
      client_id: 'visavis',
      redirect_uri: 'http://localhost:8080/api/v1/auth/callback',
      scope: 'openid email',
      code_challenge_method: 'S256',
      claims: JSON.stringify({ id_token: { acr: { essential: true, values: ['eidas1', 'eidas1-mfa'] } } }),
    })
    expect([state, nonce]).toEqual([transaction.state, transaction.nonce])
    for (const value of [state, nonce, code_challenge]) expect(value?.length).toBeGreaterThanOrEqual(43)
    const again = await create().beginLogin({ returnTo: '/' })
    expect(again.transaction.state).not.toBe(state)
  })

  test('asks for the levels in the older way where the claims parameter is unknown', async () => {
    provider.forge({ metadata: { claims_parameter_supported: false } })
    const { url } = await create().beginLogin({ returnTo: '/' })
    expect(url.searchParams.get('acr_values')).toBe('eidas1 eidas1-mfa')
    expect(url.searchParams.has('claims')).toBe(false)
  })

  test('asks for no level when none is configured, and to sign in again when told to', async () => {
    const { url } = await create({ acrValues: [] }).beginLogin({ returnTo: '/', reauthenticate: true })
    expect([url.searchParams.has('acr_values'), url.searchParams.has('claims')]).toEqual([false, false])
    expect(url.searchParams.get('prompt')).toBe('login')
  })
})

describe('an honest provider', () => {
  test.each(['RS256', 'ES256'] as const)('is believed when it signs with %s', async (alg) => {
    const { identity, idToken } = await signIn({ idTokenSignature: alg, userinfoSignature: alg })
    expect(identity).toEqual({
      issuer: provider.issuer,
      subject: 'claire',
      email: 'claire.lemoine@numerique.example',
      isEmailVerified: true,
      givenName: 'Claire',
      usualName: 'Lemoine',
      uid: 'n-1',
      siret: '11000000000017',
      idpId: 'idp-1',
      organizationLabel: 'Direction du numérique',
      roles: ['agent_public'],
    })
    expect(idToken.split('.')).toHaveLength(3)
  })

  test('gets the secret in the body, and the verifier of the challenge', async () => {
    await signIn()
    const form = provider.tokenRequests.at(-1)
    expect(form?.get('client_secret')).toBe(hostileClient.secret)
    expect(form?.get('code_verifier')?.length).toBeGreaterThanOrEqual(43)
  })

  test('may send plain JSON and other claim names only where so configured', async () => {
    const forgery = { userinfoIsJson: true, userinfo: { groups: 'staff', family_name: 'Durand' } }
    const claims = { ...names, usualName: 'family_name', roles: 'groups' }
    const { identity } = await signIn(forgery, { userinfoFormat: 'json', claims })
    expect(identity).toMatchObject({ usualName: 'Durand', roles: ['staff'] })
  })
})

describe('refused: the callback', () => {
  test.each([
    ['without state', (query: URLSearchParams) => query.delete('state')],
    ['with another state', (query: URLSearchParams) => query.set('state', 's'.repeat(43))],
  ])('%s', async (_name, spoil) => {
    const oidc = create()
    const { url, transaction } = await oidc.beginLogin({ returnTo: '/' })
    const query = provider.authorize(url)
    spoil(query)
    await expect(oidc.completeLogin(query, transaction)).rejects.toEqual(refusal('oidc_state_mismatch'))
  })

  test('of another sign-in’s code', async () => {
    const oidc = create()
    const [first, second] = await Promise.all([oidc.beginLogin({ returnTo: '/' }), oidc.beginLogin({ returnTo: '/' })])
    const query = provider.authorize(first.url)
    query.set('state', second.transaction.state)
    await expect(oidc.completeLogin(query, second.transaction)).rejects.toEqual(refusal('oidc_refused'))
  })

  test.each<[string, string, OidcErrorCode]>([
    ['login_required', '', 'oidc_login_required'],
    ['access_denied', 'User auth aborted', 'oidc_access_denied'],
    ['access_denied', 'requested ACRs could not be satisfied', 'oidc_acr_too_low'],
    ['server_error', '', 'oidc_refused'],
  ])('with error %s (%s)', async (error, description, code) => {
    const oidc = create()
    const { transaction } = await oidc.beginLogin({ returnTo: '/' })
    const query = new URLSearchParams({ error, error_description: description, state: transaction.state })
    await expect(oidc.completeLogin(query, transaction)).rejects.toEqual(refusal(code))
  })
})

describe('refused: an ID token', () => {
  test.each<[string, Forgery, OidcErrorCode]>([
    ['for another client', { idToken: { aud: 'another' } }, 'oidc_id_token_invalid'],
    ['for us and a client we do not know', { idToken: { aud: ['visavis', 'another'] } }, 'oidc_id_token_invalid'],
    ['of another issuer', { idToken: { iss: 'https://evil.example' } }, 'oidc_id_token_invalid'],
    ['that has expired', { idToken: { exp: minutesAgo(5) } }, 'oidc_id_token_invalid'],
    ['with another nonce', { idToken: { nonce: 'n'.repeat(43) } }, 'oidc_nonce_mismatch'],
    ['without a nonce', { idToken: { nonce: undefined } }, 'oidc_id_token_invalid'],
    ['signed by a stranger', { idTokenSignature: 'stranger' }, 'oidc_id_token_invalid'],
    ['with alg none', { idTokenSignature: 'none' }, 'oidc_id_token_invalid'],
    ['with HS256 and our own secret', { idTokenSignature: 'secret' }, 'oidc_id_token_invalid'],
    ['with an algorithm that was not agreed on', { idTokenSignature: 'PS256' }, 'oidc_id_token_invalid'],
    ['of a level below policy', { idToken: { acr: 'eidas0' } }, 'oidc_acr_too_low'],
    ['of a level that sounds higher but is not listed', { idToken: { acr: 'eidas2' } }, 'oidc_acr_too_low'],
    ['without a level', { idToken: { acr: undefined } }, 'oidc_acr_too_low'],
  ])('%s', async (_name, forgery, code) => {
    await expect(signIn(forgery)).rejects.toEqual(refusal(code))
  })

  test('without a level is fine only where no policy is configured', async () => {
    await expect(signIn({ idToken: { acr: undefined } }, { acrValues: [] })).resolves.toBeDefined()
  })
})

describe('refused: userinfo', () => {
  test.each<[string, Forgery, OidcErrorCode]>([
    ['as plain JSON', { userinfoIsJson: true }, 'oidc_userinfo_invalid'],
    ['with alg none', { userinfoSignature: 'none' }, 'oidc_userinfo_invalid'],
    ['with HS256 and our own secret', { userinfoSignature: 'secret' }, 'oidc_userinfo_invalid'],
    ['with an algorithm that was not agreed on', { userinfoSignature: 'PS256' }, 'oidc_userinfo_invalid'],
    ['signed by a stranger', { userinfoSignature: 'stranger' }, 'oidc_userinfo_invalid'],
    ['of another subject', { userinfo: { sub: 'somebody-else' } }, 'oidc_userinfo_invalid'],
    ['of another issuer', { userinfo: { iss: 'https://evil.example' } }, 'oidc_userinfo_invalid'],
    ['for another client', { userinfo: { aud: 'another' } }, 'oidc_userinfo_invalid'],
    ['that does not say for whom', { userinfo: { aud: undefined } }, 'oidc_userinfo_invalid'],
    ['that does not say by whom', { userinfo: { iss: undefined } }, 'oidc_userinfo_invalid'],
    ['that has expired', { userinfo: { exp: minutesAgo(5) } }, 'oidc_userinfo_invalid'],
    ['without an e-mail', { userinfo: { email: undefined } }, 'oidc_claims_missing'],
  ])('%s', async (_name, forgery, code) => {
    await expect(signIn(forgery)).rejects.toEqual(refusal(code))
  })

  test('of another subject as JSON too', async () => {
    const forgery = { userinfoIsJson: true, userinfo: { sub: 'somebody-else' } }
    await expect(signIn(forgery, { userinfoFormat: 'json' })).rejects.toEqual(refusal('oidc_userinfo_invalid'))
  })
})

describe('logout', () => {
  test('goes to the provider with the hint, the state and the exact address to come back to', async () => {
    const url = await create().logoutUrl({ idToken: 'a.b.c', state: 's'.repeat(43) })
    expect(url?.href.split('?')[0]).toBe(`${provider.issuer}/session/end`)
    expect(Object.fromEntries(url?.searchParams ?? [])).toEqual({
      id_token_hint: 'a.b.c',
      state: 's'.repeat(43),
      post_logout_redirect_uri: 'http://localhost:8080/',
    })
  })

  test('goes nowhere when the provider has no place for it', async () => {
    provider.forge({ metadata: { end_session_endpoint: undefined } })
    expect(await create().logoutUrl({ idToken: 'a.b.c', state: 's' })).toBeNull()
  })
})

describe('a provider that is away', () => {
  test('is asked again at the next sign-in', async () => {
    const oidc = create()
    provider.forge({ isAway: true })
    await expect(oidc.beginLogin({ returnTo: '/' })).rejects.toEqual(refusal('oidc_unavailable'))
    provider.forge()
    await expect(oidc.beginLogin({ returnTo: '/' })).resolves.toBeDefined()
  })

  test('is told from one that refuses, in the middle of a sign-in', async () => {
    const oidc = create()
    const { url, transaction } = await oidc.beginLogin({ returnTo: '/' })
    provider.forge({ isAway: true })
    await expect(oidc.completeLogin(provider.authorize(url), transaction)).rejects.toEqual(refusal('oidc_unavailable'))
  })

  test('is not believed under the name of another', async () => {
    provider.forge({ metadata: { issuer: 'https://evil.example' } })
    await expect(create().beginLogin({ returnTo: '/' })).rejects.toEqual(refusal('oidc_unavailable'))
  })
})

test('plain http is for this machine only', () => {
  expect(() => create({ issuer: 'http://login.example/api/v2' })).toThrow('https')
  expect(() => create({ issuer: 'https://login.example/api/v2' })).not.toThrow()
})
