import { scopes } from './scopes.ts'

const authorizationParameters = new Set([
  'client_id',
  'redirect_uri',
  'response_type',
  'response_mode',
  'scope',
  'state',
  'nonce',
  'code_challenge',
  'code_challenge_method',
  'claims',
  'acr_values',
  'prompt',
  'login_hint',
  'idp_hint',
  'siret_hint',
])

const minimumLength = 32

function tooShort(query: URLSearchParams, name: string): string | undefined {
  const value = query.get(name) ?? ''
  return value.length < minimumLength ? `${name} is required, with at least ${minimumLength} characters` : undefined
}

/**
 * What is wrong with an authorization request, beyond what oidc-provider checks itself; undefined when nothing is.
 * ProConnect answers such a request with an error page (Y000400) and does not send the browser back.
 */
export function faultOfAuthorizationRequest(query: URLSearchParams): string | undefined {
  for (const name of query.keys()) {
    if (!authorizationParameters.has(name)) return `unknown parameter: ${name}`
    if (query.getAll(name).length > 1) return `parameter given twice: ${name}`
  }
  const unknownScope = (query.get('scope') ?? '').split(' ').find((scope) => scope !== '' && !scopes.includes(scope))
  if (unknownScope !== undefined) return `unknown scope: ${unknownScope}`
  return tooShort(query, 'state') ?? tooShort(query, 'nonce')
}

/** What is wrong with a logout request; undefined when nothing is. All three parameters are mandatory at ProConnect. */
export function faultOfLogoutRequest(query: URLSearchParams): string | undefined {
  for (const name of ['id_token_hint', 'post_logout_redirect_uri']) {
    if (!query.get(name)) return `${name} is required`
  }
  return tooShort(query, 'state')
}
