import { apiPrefix, login } from '@visavis/contracts'

/** Every address of the product: `routes` for the router, the functions below for links. */
export const routes = {
  home: '/',
  dashboard: '/rooms',
  profile: '/profile',
  adminRooms: '/admin/rooms',
  adminUsers: '/admin/users',
  legal: /^\/legal\/(?<page>notice|privacy|accessibility)\/?$/,
  loginError: '/login-error',
  room: /^\/(?<slug>[a-z]{3}-[a-z]{4}-[a-z]{3})\/?$/,
} as const

export const legalPages = ['notice', 'privacy', 'accessibility'] as const
export type LegalPage = (typeof legalPages)[number]

/** The page of a room: prejoin, lobby and call. */
export const roomPath = (slug: string) => `/${slug}`

export const legalPath = (page: LegalPage) => `/legal/${page}`

/** What is copied into an invitation. */
export const roomLink = (slug: string) => `${location.origin}${roomPath(slug)}`

/** Sends the browser to the identity provider and back to `returnTo`, a path of ours. A plain link, not a fetch. */
export const loginUrl = (returnTo: string = routes.dashboard) =>
  `${apiPrefix}${login.path}?returnTo=${encodeURIComponent(returnTo)}`
