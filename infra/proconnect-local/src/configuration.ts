import { randomBytes } from 'node:crypto'
import { exportJWK, generateKeyPair } from 'jose'
import type { ClientMetadata, Configuration, JWKS } from 'oidc-provider'
import { acrValues } from './acr.ts'
import { claimsOf, type LocalAgent } from './agents.ts'
import { createMemoryAdapter } from './memory-adapter.ts'
import { errorPage } from './pages/error-page.ts'
import { logoutPage } from './pages/logout-page.ts'
import { languageOf } from './pages/messages.ts'
import { createLoginPolicy } from './policy.ts'
import { claimsByScope } from './scopes.ts'

/** A client as ProConnect would register it: a secret sent in the body, or public keys for `private_key_jwt`. */
export interface LocalClient {
  readonly clientId: string
  readonly clientSecret?: string
  readonly jwks?: JWKS
  readonly redirectUris: readonly string[]
  readonly postLogoutRedirectUris: readonly string[]
  /** Signs the ID token and userinfo; RS256 by default. */
  readonly signingAlg?: 'RS256' | 'ES256'
}

function describeClient(client: LocalClient): ClientMetadata {
  const signingAlg = client.signingAlg ?? 'RS256'
  return {
    client_id: client.clientId,
    ...(client.clientSecret === undefined ? {} : { client_secret: client.clientSecret }),
    ...(client.jwks === undefined ? {} : { jwks: client.jwks }),
    token_endpoint_auth_method: client.jwks ? 'private_key_jwt' : 'client_secret_post',
    redirect_uris: client.redirectUris,
    post_logout_redirect_uris: client.postLogoutRedirectUris,
    id_token_signed_response_alg: signingAlg,
    userinfo_signed_response_alg: signingAlg,
  }
}

async function generateSigningKeys(): Promise<JWKS> {
  const keys = await Promise.all(
    (['RS256', 'ES256'] as const).map(async (alg) => {
      const { privateKey } = await generateKeyPair(alg, { extractable: true })
      return { ...(await exportJWK(privateKey)), alg, use: 'sig' }
    }),
  )
  return { keys }
}

const twelveHours = 12 * 60 * 60

/** oidc-provider set up as ProConnect sets it up; keys are generated, nothing is kept. */
export async function createConfiguration(
  clients: readonly LocalClient[],
  findAgent: (sub: string) => LocalAgent | undefined,
): Promise<Configuration> {
  return {
    adapter: createMemoryAdapter(),
    clients: clients.map(describeClient),
    jwks: await generateSigningKeys(),
    acrValues: [...acrValues],
    claims: claimsByScope,
    scopes: ['openid'],
    responseTypes: ['code'],
    clientAuthMethods: ['client_secret_post', 'private_key_jwt'],
    clientBasedCORS: () => false,
    pkce: { required: () => true },
    allowOmittingSingleRegisteredRedirectUri: false,
    enabledJWA: {
      idTokenSigningAlgValues: ['RS256', 'ES256'],
      userinfoSigningAlgValues: ['RS256', 'ES256'],
      clientAuthSigningAlgValues: ['RS256', 'ES256'],
    },
    features: {
      claimsParameter: { enabled: true },
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      jwtUserinfo: { enabled: true },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.body = logoutPage(languageOf(ctx), form)
        },
      },
    },
    // Cookies of localhost are shared by all its ports, so the names say whose they are.
    cookies: {
      keys: [randomBytes(32)],
      names: {
        session: 'proconnect_local_session',
        interaction: 'proconnect_local_interaction',
        resume: 'proconnect_local_resume',
      },
    },
    routes: {
      authorization: '/authorize',
      token: '/token',
      userinfo: '/userinfo',
      jwks: '/jwks',
      end_session: '/session/end',
    },
    interactions: {
      policy: createLoginPolicy(),
      url: (ctx, interaction) => `${new URL(ctx.oidc.issuer).pathname}/interaction/${interaction.uid}`,
    },
    findAccount: (_ctx, sub) => {
      const agent = findAgent(sub)
      return agent && { accountId: sub, claims: () => claimsOf(agent) }
    },
    loadExistingGrant: async (ctx) => {
      const { client, account, provider, requestParamScopes } = ctx.oidc
      if (!client || !account) return undefined
      const grant = new provider.Grant({ clientId: client.clientId, accountId: account.accountId })
      grant.addOIDCScope([...requestParamScopes])
      await grant.save()
      return grant
    },
    renderError: (ctx, out) => {
      ctx.type = 'html'
      ctx.body = errorPage(languageOf(ctx), [out.error, out.error_description].filter(Boolean).join(': '))
    },
    ttl: {
      AccessToken: 60,
      AuthorizationCode: 30,
      IdToken: 60,
      Grant: twelveHours,
      Interaction: 60 * 60,
      Session: twelveHours,
    },
  }
}
