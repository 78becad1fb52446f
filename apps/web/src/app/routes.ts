import { type ComponentType, lazy } from 'react'
import type { Catalogue } from '../locales/catalogues.ts'
import { loadCatalogues } from '../platform/i18n/messages.ts'
import { routes } from '../platform/paths.ts'

type Load = () => Promise<{ default: ComponentType }>

/** A page: where it is, the code and texts it needs, and whether it stands between the paper header and footer. */
export interface Page {
  path: string | RegExp
  load: Load
  Screen: ComponentType
  frame: 'paper' | 'bare'
}

function page(path: string | RegExp, catalogues: Catalogue[], load: Load, frame: Page['frame'] = 'paper'): Page {
  const loadWithTexts: Load = async () => (await Promise.all([load(), loadCatalogues(catalogues)]))[0]
  return { path, load: loadWithTexts, Screen: lazy(loadWithTexts), frame }
}

/** Every page of the product, each in a chunk of its own. The first that matches is shown. */
export const pages: readonly Page[] = [
  page(routes.home, ['home'], () => import('../features/home/home-page.tsx')),
  page(routes.room, ['prejoin', 'lobby', 'call', 'waiting'], () => import('./room-page.tsx'), 'bare'),
  page(routes.dashboard, ['dashboard', 'waiting'], () => import('../features/dashboard/dashboard-page.tsx')),
  page(routes.adminRooms, ['admin'], () => import('../features/admin/admin-rooms-page.tsx')),
  page(routes.adminUsers, ['admin'], () => import('../features/admin/admin-users-page.tsx')),
  page(routes.legal, ['home'], () => import('../features/home/legal-page.tsx')),
  page(routes.loginError, ['home'], () => import('../features/home/login-error-page.tsx')),
  page(routes.signedOut, ['home'], () => import('../features/home/signed-out-page.tsx')),
]

/** Starts loading the page of an address before anything is rendered. */
export async function preloadPage(pathname: string): Promise<void> {
  await pages.find(({ path }) => (typeof path === 'string' ? path === pathname : path.test(pathname)))?.load()
}
