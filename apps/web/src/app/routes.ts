import { apiPrefix } from '@visavis/contracts'
import type { ComponentType, ReactNode } from 'react'
import type { Catalogue } from '../locales/catalogues.ts'
import { loadCatalogues } from '../platform/i18n/messages.ts'
import { routes } from '../platform/paths.ts'
import { preloadJson } from '../platform/preload.ts'
import { preloadable } from '../platform/preloadable.ts'

/** A page: where it is, how its code and texts arrive, and what surrounds it. */
export interface Page {
  path: string | RegExp
  load: () => Promise<{ default: ComponentType }>
  Screen: ComponentType
  /** Between the paper header and footer, or alone. */
  frame: 'paper' | 'bare'
  /** Whether it has server state. */
  queries: boolean
  /** What it will ask the server for at this address, begun before its code has arrived. */
  asks: (pathname: string) => void
}

type Options = Partial<Pick<Page, 'frame' | 'queries' | 'asks'>>

const queryLayer = preloadable<{ children: ReactNode }>(() => import('./query-layer.tsx'))

/** What pages with server state stand in. */
export const QueryLayer = queryLayer.Component

function page(path: Page['path'], texts: Catalogue[], code: Page['load'], options: Options = {}): Page {
  const { frame = 'paper', queries = false, asks = () => {} } = options
  const { load, Component } = preloadable(async () => {
    const catalogues = queries ? [...texts, 'problems' as const] : texts
    const [screen] = await Promise.all([code(), loadCatalogues(catalogues), queries && queryLayer.load()])
    return screen
  })
  return { path, load, Screen: Component, frame, queries, asks }
}

/** Every page of the product, each in a chunk of its own. The first that matches is shown. */
export const pages: readonly Page[] = [
  page(routes.home, ['home'], () => import('../features/home/home-page.tsx')),
  page(routes.room, ['media', 'prejoin', 'lobby', 'call', 'signals', 'waiting'], () => import('./room-page.tsx'), {
    frame: 'bare',
    queries: true,
    asks: (pathname) => preloadJson(`${apiPrefix}/rooms/${pathname.replaceAll('/', '')}`),
  }),
  page(routes.dashboard, ['dashboard', 'rules', 'waiting', 'home'], () => import('./dashboard-page.tsx'), {
    queries: true,
  }),
  page(routes.profile, ['profile', 'settings', 'rules', 'media'], () => import('./profile-page.tsx'), {
    queries: true,
  }),
  page(routes.adminRooms, ['admin'], () => import('./admin-rooms-page.tsx'), { queries: true }),
  page(routes.adminUsers, ['admin'], () => import('./admin-users-page.tsx'), { queries: true }),
  page(routes.legal, ['home'], () => import('../features/home/legal-page.tsx')),
  page(routes.loginError, ['home', 'problems'], () => import('../features/home/login-error-page.tsx')),
  page(/^/, ['home'], () => import('../features/home/not-found-page.tsx')),
]

/** Starts loading the page of an address before anything is rendered. */
export async function preloadPage(pathname: string): Promise<void> {
  const page = pages.find(({ path }) => (typeof path === 'string' ? path === pathname : path.test(pathname)))
  page?.asks(pathname)
  await page?.load()
}
