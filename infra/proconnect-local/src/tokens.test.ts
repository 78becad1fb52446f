import { randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createBrowser } from './testing/browser.ts'
import { startFixture } from './testing/fixture.ts'
import { createRelyingParty, secret } from './testing/relying-party.ts'
import { signIn } from './testing/sign-in.ts'

let proConnect: Awaited<ReturnType<typeof startFixture>>
beforeAll(async () => {
  proConnect = await startFixture()
})
afterAll(() => proConnect.stop())

const claire = 'claire.lemoine@numerique.example'

async function reachCallback(clientId = 'visavis', overrides: Record<string, string | undefined> = {}) {
  const client = createRelyingParty(proConnect.issuer, clientId)
  const callback = await signIn(createBrowser(), client.authorizationUrl(overrides), claire)
  return { client, callback }
}

describe('discovery', () => {
  test('lives under the issuer, as do all endpoints', async () => {
    const response = await fetch(`${proConnect.issuer}/.well-known/openid-configuration`)
    const metadata = await response.json()
    expect(metadata).toMatchObject({
      issuer: proConnect.issuer,
      authorization_endpoint: `${proConnect.issuer}/authorize`,
      token_endpoint: `${proConnect.issuer}/token`,
      userinfo_endpoint: `${proConnect.issuer}/userinfo`,
      end_session_endpoint: `${proConnect.issuer}/session/end`,
      response_types_supported: ['code'],
      grant_types_supported: ['authorization_code'],
      token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt'],
      code_challenge_methods_supported: ['S256'],
      acr_values_supported: ['eidas1', 'eidas2', 'eidas3', 'eidas0-mfa', 'eidas1-mfa'],
    })
  })
})

describe('ID token and userinfo', () => {
  test.each([
    ['visavis', 'RS256'],
    ['visavis-es256', 'ES256'],
  ])('client %s gets both signed with %s, and identity claims from userinfo alone', async (clientId, alg) => {
    const { client, callback } = await reachCallback(clientId, { nonce: 'n'.repeat(32), acr_values: 'eidas1' })
    const tokens = await client.tokens(callback)
    expect(tokens.expires_in).toBe(60)

    const idToken = await client.verify(tokens.id_token, alg)
    expect(idToken.payload).toMatchObject({ acr: 'eidas1', nonce: 'n'.repeat(32) })
    const expected = ['acr', 'aud', 'exp', 'iat', 'iss', 'nonce', 'sub']
    expect(
      Object.keys(idToken.payload)
        .filter((name) => name !== 'at_hash')
        .sort(),
    ).toEqual(expected)

    const response = await client.userinfo(tokens.access_token)
    expect(response.headers.get('content-type')).toMatch(/^application\/jwt\b/)
    const userinfo = await client.verify(await response.text(), alg)
    expect(userinfo.payload).toMatchObject({
      sub: idToken.payload.sub,
      given_name: 'Claire',
      usual_name: 'Lemoine',
      email: claire,
      uid: 'n-1001',
      siret: '11000000000017',
      idp_id: expect.any(String),
      organization_label: 'Direction du numérique',
      roles: ['agent_public', 'agent_public_etat'],
    })
  })

  test('a scope releases its claim and no other', async () => {
    const { client, callback } = await reachCallback('visavis', { scope: 'openid email' })
    const tokens = await client.tokens(callback)
    const { payload } = await client.verify(await (await client.userinfo(tokens.access_token)).text(), 'RS256')
    expect(Object.keys(payload).sort()).toEqual(['aud', 'email', 'exp', 'iat', 'iss', 'sub'])
  })

  test('the level is told only to who asks for it', async () => {
    const { client, callback } = await reachCallback()
    const { payload } = await client.verify((await client.tokens(callback)).id_token, 'RS256')
    expect(payload).not.toHaveProperty('acr')
  })

  test('the callback names the issuer', async () => {
    const { callback } = await reachCallback()
    expect(callback.searchParams.get('iss')).toBe(proConnect.issuer)
  })
})

describe('the token endpoint', () => {
  test('takes a code once', async () => {
    const { client, callback } = await reachCallback()
    expect((await client.exchange(callback)).status).toBe(200)
    const again = await client.exchange(callback)
    expect(again.status).toBe(400)
    expect(await again.json()).toMatchObject({ error: 'invalid_grant' })
  })

  test('wants the verifier of the code', async () => {
    const { client, callback } = await reachCallback()
    const response = await client.exchange(callback, { code_verifier: 'x'.repeat(43) })
    expect(await response.json()).toMatchObject({ error: 'invalid_grant' })
  })

  test('refuses a secret in a Basic header, and a wrong one', async () => {
    const { client, callback } = await reachCallback()
    const authorization = `Basic ${Buffer.from(`visavis:${secret}`).toString('base64')}`
    const basic = await client.exchange(callback, { client_secret: '' }, { authorization })
    expect(basic.status).toBe(401)
    expect(await basic.json()).toMatchObject({ error: 'invalid_client' })
    const wrong = await client.exchange(callback, { client_secret: 'y'.repeat(32) })
    expect(wrong.status).toBe(401)
  })

  test('takes private_key_jwt from a client registered with keys', async () => {
    const { client, callback } = await reachCallback('visavis-keys')
    const assertion = await new SignJWT({ jti: randomUUID() })
      .setProtectedHeader({ alg: 'ES256' })
      .setIssuer('visavis-keys')
      .setSubject('visavis-keys')
      .setAudience(proConnect.issuer)
      .setIssuedAt()
      .setExpirationTime('1m')
      .sign(proConnect.privateKey)
    const response = await client.exchange(callback, {
      client_secret: '',
      client_assertion: assertion,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    })
    expect(response.status).toBe(200)
  })
})
