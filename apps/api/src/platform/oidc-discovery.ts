import * as client from 'openid-client'
import type { Config } from '../config.ts'
import { isLoopbackHost } from './loopback.ts'
import { OidcError } from './oidc-errors.ts'

const timeoutSeconds = 5
/** What may sign an ID token or userinfo: never `none`, and no HMAC, whose key every holder of the secret has. */
const signingAlgorithms = ['RS256', 'ES256']

type Settings = Pick<Config['oidc'], 'issuer' | 'clientId' | 'clientSecret' | 'userinfoFormat'>

/** Our side and the provider's side of the protocol, with every check switched on. */
export type OidcClient = client.Configuration

/**
 * openid-client takes plain JSON for userinfo unless one single algorithm is agreed on; ProConnect has two. So the
 * type of the answer is checked on its way in.
 */
function refuseUnsignedUserinfo(userinfoEndpoint: string | undefined): client.CustomFetch {
  return async (url, options) => {
    const response = await fetch(url, options as RequestInit)
    const isSigned = /^application\/jwt\s*(;|$)/i.test(response.headers.get('content-type') ?? '')
    if (url === userinfoEndpoint && response.ok && !isSigned) {
      throw new OidcError('oidc_userinfo_invalid', 'The userinfo is not a signed JWT')
    }
    return response
  }
}

async function discover(settings: Settings, allowHttp: boolean): Promise<OidcClient> {
  const issuer = new URL(settings.issuer)
  const execute = allowHttp ? [client.allowInsecureRequests] : []
  const discovered = await client.discovery(issuer, settings.clientId, undefined, client.None(), {
    execute,
    timeout: timeoutSeconds,
  })
  const { supportsPKCE: _helper, ...published } = discovered.serverMetadata()
  const metadata: client.ServerMetadata = {
    ...published,
    id_token_signing_alg_values_supported: signingAlgorithms,
    userinfo_signing_alg_values_supported: signingAlgorithms,
  }
  const configuration = new client.Configuration(
    metadata,
    settings.clientId,
    undefined,
    client.ClientSecretPost(settings.clientSecret),
  )
  configuration.timeout = timeoutSeconds
  for (const extend of execute) extend(configuration)
  // Without this, tokens that came over TLS are believed without a look at their signatures.
  client.enableNonRepudiationChecks(configuration)
  if (settings.userinfoFormat === 'jwt') {
    configuration[client.customFetch] = refuseUnsignedUserinfo(metadata.userinfo_endpoint)
  }
  return configuration
}

/**
 * Answers with the client for the configured issuer. Asks the provider at the first call and keeps its answer; a
 * failure is not kept, so the next call asks again. Calls at one time share one request.
 * The returned function throws `oidc_unavailable`; creating it throws when the issuer is plain http on another machine.
 */
export function createDiscovery(settings: Settings): () => Promise<OidcClient> {
  const issuer = new URL(settings.issuer)
  const allowHttp = issuer.protocol === 'http:'
  if (allowHttp && !isLoopbackHost(issuer.hostname)) {
    throw new Error('OIDC_ISSUER must be an https URL, unless it is on this machine')
  }
  let known: Promise<OidcClient> | undefined
  return () => {
    known ??= discover(settings, allowHttp).catch((cause: unknown) => {
      known = undefined
      throw new OidcError('oidc_unavailable', 'The provider’s configuration cannot be read', { cause })
    })
    return known
  }
}
