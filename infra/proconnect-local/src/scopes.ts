const identityClaims = [
  'given_name',
  'usual_name',
  'email',
  'uid',
  'siret',
  'idp_id',
  'organization_label',
  'roles',
] as const

/** Every scope: `openid` and one for each claim. */
export const scopes: readonly string[] = ['openid', ...identityClaims]

/** Which claims a scope releases, in the form that oidc-provider wants. `acr` and the like belong to the ID token. */
export const claimsByScope: Record<string, null | string[]> = {
  acr: null,
  auth_time: null,
  iss: null,
  sid: null,
  openid: ['sub'],
  ...Object.fromEntries(identityClaims.map((claim) => [claim, [claim]])),
}
