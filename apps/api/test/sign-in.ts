import { type Forgery, type HostileIssuer, hostileClient } from './hostile-issuer.ts'
import type { TestBrowser } from './test-api.ts'

/** The environment with which the application trusts a hostile issuer. */
export const trusting = (issuer: HostileIssuer) => ({
  OIDC_ISSUER: issuer.issuer,
  OIDC_CLIENT_ID: hostileClient.id,
  OIDC_CLIENT_SECRET: hostileClient.secret,
})

/** What a browser sends when a person follows a link. */
export const navigation = { accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8' }

/** Opens the sign-in and answers with the query that the provider would send back. */
export async function beginSignIn(browser: TestBrowser, issuer: HostileIssuer, returnTo = '/rooms') {
  const response = await browser.get(`/auth/login?returnTo=${encodeURIComponent(returnTo)}`)
  return issuer.authorize(response.headers.location ?? '')
}

export const openCallback = (browser: TestBrowser, query: URLSearchParams, headers: Record<string, string> = {}) =>
  browser.request('GET', `/auth/callback?${query.toString()}`, { headers })

/** Signs in from beginning to end, while the issuer departs from the truth in the given way. */
export async function signIn(browser: TestBrowser, issuer: HostileIssuer, forgery: Forgery = {}) {
  issuer.forge(forgery)
  const response = await openCallback(browser, await beginSignIn(browser, issuer))
  issuer.forge()
  return response
}
