import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'

export const hostileClient = { id: 'visavis', secret: 'only-for-tests' }

type Alg = 'RS256' | 'ES256' | 'PS256'
/**
 * `PS256` is a sound signature by a published key, of a kind that was not agreed on; `stranger` is a key that the issuer
 * does not publish; `secret` is the client's secret, by HS256.
 */
type Signature = Alg | 'stranger' | 'secret' | 'none'

/** How the issuer departs from the truth; what is not set is honest. */
export interface Forgery {
  metadata?: Record<string, unknown>
  idToken?: Record<string, unknown>
  idTokenSignature?: Signature
  userinfo?: Record<string, unknown>
  userinfoSignature?: Signature
  /** Sends userinfo as plain JSON. */
  userinfoIsJson?: boolean
  /** Breaks every connection. */
  isAway?: boolean
}

interface Grant {
  readonly nonce: string
  readonly challenge: string
}

const claire = {
  sub: 'claire',
  given_name: 'Claire',
  usual_name: 'Lemoine',
  email: 'Claire.Lemoine@numerique.example',
  uid: 'n-1',
  siret: '11000000000017',
  idp_id: 'idp-1',
  organization_label: 'Direction du numérique',
  roles: ['agent_public'],
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) body += chunk
  return body
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

async function createSigner() {
  const algs = ['RS256', 'ES256', 'PS256'] as const
  const pairs = await Promise.all(algs.map(async (alg) => ({ alg, ...(await generateKeyPair(alg)) })))
  const stranger = await generateKeyPair('RS256')
  return {
    jwks: {
      keys: await Promise.all(
        pairs.map(async ({ alg, publicKey }) => ({ ...(await exportJWK(publicKey)), kid: alg, alg, use: 'sig' })),
      ),
    },
    sign(claims: JWTPayload, signature: Signature): Promise<string> | string {
      if (signature === 'none') return new UnsecuredJWT(claims).encode()
      const jwt = new SignJWT(claims)
      if (signature === 'secret') {
        return jwt.setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(hostileClient.secret))
      }
      const alg = signature === 'stranger' ? 'RS256' : signature
      const key = pairs.find((pair) => pair.alg === signature)?.privateKey ?? stranger.privateKey
      return jwt.setProtectedHeader({ alg, kid: alg }).sign(key)
    },
  }
}

/** An issuer that signs anything it is told to; without a forgery it is an honest provider with one user, Claire. */
export async function startHostileIssuer() {
  const signer = await createSigner()
  const grants = new Map<string, Grant>()
  const tokenRequests: URLSearchParams[] = []
  let forgery: Forgery = {}
  const server = createServer((request, response) => {
    if (forgery.isAway) response.destroy()
    else void answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v2`
  const times = () => ({ iat: Math.floor(Date.now() / 1000), exp: Math.floor(Date.now() / 1000) + 60 })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const endpoint = new URL(request.url ?? '/', issuer).pathname.replace('/api/v2', '')
    if (endpoint === '/.well-known/openid-configuration') {
      return sendJson(response, 200, {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/userinfo`,
        jwks_uri: `${issuer}/jwks`,
        end_session_endpoint: `${issuer}/session/end`,
        claims_parameter_supported: true,
        // What it claims to support is its own affair: ours are pinned.
        id_token_signing_alg_values_supported: ['none', 'HS256', 'RS256', 'ES256', 'PS256'],
        userinfo_signing_alg_values_supported: ['none', 'HS256', 'RS256', 'ES256', 'PS256'],
        ...forgery.metadata,
      })
    }
    if (endpoint === '/jwks') return sendJson(response, 200, signer.jwks)
    if (endpoint === '/token') return token(new URLSearchParams(await readBody(request)), response)
    if (endpoint === '/userinfo') return userinfo(response)
    sendJson(response, 404, {})
  }

  async function token(form: URLSearchParams, response: ServerResponse): Promise<void> {
    tokenRequests.push(form)
    const code = form.get('code') ?? ''
    const grant = grants.get(code)
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    if (form.get('client_secret') !== hostileClient.secret) return sendJson(response, 401, { error: 'invalid_client' })
    if (grant?.challenge !== challenge) return sendJson(response, 400, { error: 'invalid_grant' })
    const honest = {
      iss: issuer,
      aud: hostileClient.id,
      sub: claire.sub,
      acr: 'eidas1',
      nonce: grant.nonce,
      ...times(),
    }
    const id_token = await signer.sign({ ...honest, ...forgery.idToken }, forgery.idTokenSignature ?? 'RS256')
    sendJson(response, 200, { access_token: 'access', token_type: 'Bearer', expires_in: 60, id_token })
  }

  async function userinfo(response: ServerResponse): Promise<void> {
    const claims = { iss: issuer, aud: hostileClient.id, ...claire, ...times(), ...forgery.userinfo }
    if (forgery.userinfoIsJson) return sendJson(response, 200, claims)
    const jwt = await signer.sign(claims, forgery.userinfoSignature ?? 'RS256')
    response.writeHead(200, { 'content-type': 'application/jwt' }).end(jwt)
  }

  return {
    issuer,
    /** Forms of all token requests, oldest first. */
    tokenRequests,
    /** Replaces the forgery; none makes the issuer honest again. */
    forge(next: Forgery = {}): void {
      forgery = next
    },
    /** The query with which the provider would send the browser back from an authorization URL. */
    authorize(authorizationUrl: URL | string): URLSearchParams {
      const { searchParams } = new URL(authorizationUrl)
      const code = randomBytes(16).toString('base64url')
      grants.set(code, { nonce: searchParams.get('nonce') ?? '', challenge: searchParams.get('code_challenge') ?? '' })
      return new URLSearchParams({ code, state: searchParams.get('state') ?? '' })
    },
    async stop(): Promise<void> {
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}

export type HostileIssuer = Awaited<ReturnType<typeof startHostileIssuer>>
