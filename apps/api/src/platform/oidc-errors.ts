import * as client from 'openid-client'

/** Why a sign-in did not succeed. The codes are stable: they reach logs and audit events. */
export type OidcErrorCode =
  /** The provider did not answer, or not as a provider does. */
  | 'oidc_unavailable'
  /** The callback belongs to no sign-in that this browser has begun, or to one that was used already. */
  | 'oidc_state_mismatch'
  | 'oidc_transaction_expired'
  | 'oidc_login_required'
  | 'oidc_acr_too_low'
  /** The person cancelled, or the provider would not let them in. */
  | 'oidc_access_denied'
  /** The provider answered with any other error. */
  | 'oidc_refused'
  | 'oidc_nonce_mismatch'
  | 'oidc_id_token_invalid'
  | 'oidc_userinfo_invalid'
  | 'oidc_claims_missing'

/** A sign-in that did not succeed. The message is for logs and carries no token and no claim. */
export class OidcError extends Error {
  override name = 'OidcError'
  readonly code: OidcErrorCode

  constructor(code: OidcErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

// ProConnect has no error code of its own for a level that it could not reach; the description is all there is.
const namesAcr = /\bacrs?\b/i

function fromAuthorizationResponse(error: client.AuthorizationResponseError): OidcError {
  const { error: code, error_description: description = '' } = error
  const options = { cause: error }
  const message = `The provider answered ${code}`
  if (code === 'login_required' || code === 'interaction_required') {
    return new OidcError('oidc_login_required', message, options)
  }
  if (code === 'unmet_authentication_requirements' || (code === 'access_denied' && namesAcr.test(description))) {
    return new OidcError('oidc_acr_too_low', message, options)
  }
  return new OidcError(code === 'access_denied' ? 'oidc_access_denied' : 'oidc_refused', message, options)
}

function isAboutNonce({ cause }: client.ClientError): boolean {
  const details: unknown = cause instanceof Error ? cause.cause : undefined
  return typeof details === 'object' && details !== null && 'claim' in details && details.claim === 'nonce'
}

const unavailableCodes = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM'])

/** Turns whatever openid-client threw into an OidcError; `fallback` names what was being checked. */
export function toOidcError(error: unknown, fallback: OidcErrorCode): OidcError {
  if (error instanceof OidcError) return error
  if (error instanceof Error && error.cause instanceof OidcError) return error.cause
  if (error instanceof client.AuthorizationResponseError) return fromAuthorizationResponse(error)
  if (error instanceof client.ResponseBodyError) {
    return new OidcError('oidc_refused', `The token endpoint answered ${error.error}`, { cause: error })
  }
  if (error instanceof client.ClientError) {
    if (error.code !== undefined && unavailableCodes.has(error.code)) {
      return new OidcError('oidc_unavailable', error.message, { cause: error })
    }
    return new OidcError(isAboutNonce(error) ? 'oidc_nonce_mismatch' : fallback, error.message, { cause: error })
  }
  // fetch reports a connection that failed as a TypeError with the system's error as its cause.
  if (error instanceof TypeError && error.cause !== undefined) {
    return new OidcError('oidc_unavailable', 'The provider cannot be reached', { cause: error })
  }
  return new OidcError(fallback, 'The provider’s answer could not be accepted', { cause: error })
}
