import * as client from 'openid-client'
import type { Config } from '../config.ts'
import { type OidcIdentity, readIdentity } from './oidc-claims.ts'
import { createDiscovery, type OidcClient } from './oidc-discovery.ts'
import { OidcError, toOidcError } from './oidc-errors.ts'

/** What has to be remembered between sending a browser to the provider and its coming back. Secret, for one use. */
export interface LoginTransaction {
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
  readonly returnTo: string
  /** Milliseconds since 1970. */
  readonly createdAt: number
}

export interface OidcSettings extends Omit<Config['oidc'], 'providerName' | 'adminRole'> {
  readonly redirectUri: string
  readonly postLogoutRedirectUri: string
}

/** The OpenID Connect relying party: code flow with PKCE, for ProConnect and for any standard provider. */
export interface Oidc {
  /** `reauthenticate` has the provider ask even somebody it knows, so that they can choose another account. */
  beginLogin(options: {
    returnTo: string
    reauthenticate?: boolean
  }): Promise<{ url: URL; transaction: LoginTransaction }>
  /** `query` is that of the callback. The caller has made sure that the transaction cannot be used again. */
  completeLogin(
    query: URLSearchParams,
    transaction: LoginTransaction,
  ): Promise<{ identity: OidcIdentity; idToken: string }>
  /** Where the browser ends its session at the provider; null when the provider has no such place. */
  logoutUrl(options: { idToken: string; state: string }): Promise<URL | null>
}

/**
 * Creates the relying party and contacts nobody: the provider is asked at the first sign-in. Every method throws
 * `OidcError`. Throws at once when the issuer is plain http on another machine.
 */
export function createOidc(settings: OidcSettings): Oidc {
  const { acrValues, claims, redirectUri, postLogoutRedirectUri, scopes, userinfoFormat } = settings
  const discover = createDiscovery(settings)

  /**
   * An essential claim makes ProConnect raise the level, or end the sign-in. `acr_values` would only be a wish, and
   * takes the force from the claim when both are sent; it is for providers that do not know the claims parameter.
   */
  function levelParameters(provider: OidcClient): Record<string, string> {
    if (acrValues.length === 0) return {}
    if (!provider.serverMetadata().claims_parameter_supported) return { acr_values: acrValues.join(' ') }
    return { claims: JSON.stringify({ id_token: { acr: { essential: true, values: acrValues } } }) }
  }

  async function exchangeCode(provider: OidcClient, query: URLSearchParams, transaction: LoginTransaction) {
    const callback = new URL(redirectUri)
    callback.search = query.toString()
    try {
      const tokens = await client.authorizationCodeGrant(provider, callback, {
        expectedState: transaction.state,
        expectedNonce: transaction.nonce,
        pkceCodeVerifier: transaction.codeVerifier,
        idTokenExpected: true,
      })
      const idTokenClaims = tokens.claims()
      if (!idTokenClaims || !tokens.id_token) throw new OidcError('oidc_id_token_invalid', 'There is no ID token')
      return { accessToken: tokens.access_token, idToken: tokens.id_token, idTokenClaims }
    } catch (error) {
      throw toOidcError(error, 'oidc_id_token_invalid')
    }
  }

  async function fetchUserinfo(provider: OidcClient, accessToken: string, subject: string) {
    try {
      const userinfo = await client.fetchUserInfo(provider, accessToken, subject)
      // openid-client checks both where they are present; in a signed answer they must be.
      if (userinfoFormat === 'jwt' && (userinfo['iss'] === undefined || userinfo['aud'] === undefined)) {
        throw new OidcError('oidc_userinfo_invalid', 'The userinfo does not say by whom or for whom it is')
      }
      return userinfo
    } catch (error) {
      throw toOidcError(error, 'oidc_userinfo_invalid')
    }
  }

  return {
    async beginLogin({ returnTo, reauthenticate = false }) {
      const provider = await discover()
      const codeVerifier = client.randomPKCECodeVerifier()
      const transaction = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        codeVerifier,
        returnTo,
        createdAt: Date.now(),
      }
      const url = client.buildAuthorizationUrl(provider, {
        redirect_uri: redirectUri,
        scope: scopes,
        state: transaction.state,
        nonce: transaction.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        ...levelParameters(provider),
        ...(reauthenticate && { prompt: 'login' }),
      })
      return { url, transaction }
    },

    async completeLogin(query, transaction) {
      if (query.get('state') !== transaction.state) {
        throw new OidcError('oidc_state_mismatch', 'The callback is not that of this sign-in')
      }
      const provider = await discover()
      const { accessToken, idToken, idTokenClaims } = await exchangeCode(provider, query, transaction)
      // Asking is not enough: a level is a label in an exact set, and the provider may have ignored the wish.
      if (acrValues.length > 0 && !acrValues.some((value) => value === idTokenClaims.acr)) {
        throw new OidcError('oidc_acr_too_low', 'The authentication level is not one of those accepted')
      }
      const userinfo = await fetchUserinfo(provider, accessToken, idTokenClaims.sub)
      return { identity: readIdentity(idTokenClaims.iss, userinfo, claims), idToken }
    },

    async logoutUrl({ idToken, state }) {
      const provider = await discover()
      if (provider.serverMetadata().end_session_endpoint === undefined) return null
      const url = client.buildEndSessionUrl(provider, {
        id_token_hint: idToken,
        post_logout_redirect_uri: postLogoutRedirectUri,
        state,
      })
      // Added by openid-client; the hint names the client already, and ProConnect documents these three parameters only.
      url.searchParams.delete('client_id')
      return url
    },
  }
}
