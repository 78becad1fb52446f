import { createHash, randomBytes } from 'node:crypto'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import { z } from 'zod'
import { scopes } from '../scopes.ts'

export const redirectUri = 'http://localhost:18080/api/v1/auth/callback'
export const postLogoutRedirectUri = 'http://localhost:18080/'
export const secret = 'a-secret-of-more-than-32-characters'

const random = () => randomBytes(32).toString('base64url')
const tokensSchema = z.object({ access_token: z.string(), id_token: z.string(), expires_in: z.number() })

/** A client that does everything right; each test makes one thing wrong by `overrides` (undefined leaves a parameter out). */
export function createRelyingParty(issuer: string, clientId: string) {
  const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`))
  const verifier = random()

  return {
    verifier,
    authorizationUrl(overrides: Record<string, string | undefined> = {}): URL {
      const parameters: Record<string, string | undefined> = {
        client_id: clientId,
        redirect_uri: redirectUri,
        response_type: 'code',
        scope: scopes.join(' '),
        state: random(),
        nonce: random(),
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
        ...overrides,
      }
      const url = new URL(`${issuer}/authorize`)
      for (const [name, value] of Object.entries(parameters)) if (value !== undefined) url.searchParams.set(name, value)
      return url
    },
    exchange(callback: URL, overrides: Record<string, string> = {}, headers: Record<string, string> = {}) {
      return fetch(`${issuer}/token`, {
        method: 'POST',
        headers,
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          code: callback.searchParams.get('code') ?? '',
          redirect_uri: redirectUri,
          code_verifier: verifier,
          client_id: clientId,
          client_secret: secret,
          ...overrides,
        }),
      })
    },
    async tokens(callback: URL) {
      return tokensSchema.parse(await (await this.exchange(callback)).json())
    },
    userinfo: (accessToken: string) =>
      fetch(`${issuer}/userinfo`, { headers: { authorization: `Bearer ${accessToken}` } }),
    verify: (jwt: string, algorithm: string) =>
      jwtVerify(jwt, keys, { issuer, audience: clientId, algorithms: [algorithm] }),
  }
}
