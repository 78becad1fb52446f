import * as z from 'zod/mini'
import { defineEndpoint } from './endpoint.ts'

export const login = defineEndpoint({
  method: 'GET',
  path: '/auth/login',
  summary: 'Send the browser to the identity provider',
  policy: 'anyone',
  query: z.object({ returnTo: z.optional(z.string().check(z.maxLength(2000))) }),
  response: null,
  status: 302,
  problems: ['rate_limited', 'identity_provider_unavailable'],
})

export const loginCallback = defineEndpoint({
  method: 'GET',
  path: '/auth/callback',
  summary: 'The identity provider sends the browser back here',
  policy: 'anyone',
  query: z.looseObject({}),
  response: null,
  status: 302,
  problems: [
    'rate_limited',
    'oidc_failed',
    'oidc_acr_too_low',
    'oidc_login_required',
    'account_disabled',
    'identity_provider_unavailable',
  ],
})

export const logout = defineEndpoint({
  method: 'POST',
  path: '/auth/logout',
  summary: 'Destroy the session; `redirectTo` is where the browser goes next to end it at the identity provider',
  policy: 'anyone',
  response: z.object({ redirectTo: z.string() }),
  problems: [],
})
