import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { preloadPage } from './app/routes.ts'
import { config } from './platform/config.ts'
import { loadCatalogues, preferredLanguage, switchLanguage } from './platform/i18n/messages.ts'
import { me, wasSignedIn } from './platform/me.ts'
import { routes } from './platform/paths.ts'
import './ui/styles.css'

const retryAfterMs = 3000

async function start(root: HTMLElement) {
  // Everything that the first paint needs is asked for at once.
  config.load().catch(() => undefined)
  me.load().catch(() => undefined)
  // The identity provider sends the browser back from a sign-out with the state that it was given.
  if (location.pathname === routes.home && location.search) history.replaceState(null, '', routes.home)
  // An agent who comes back starts among their rooms; nobody else waits for an answer to be shown the home page.
  if (location.pathname === routes.home && wasSignedIn() && (await me.load().catch(() => null))) {
    history.replaceState(null, '', routes.dashboard)
  }
  await switchLanguage(preferredLanguage(), 'by-browser')
  await Promise.all([loadCatalogues(['common']), preloadPage(location.pathname)])
  createRoot(root).render(<App />)
}

const root = document.getElementById('root')
if (root) {
  // Without texts there is nothing to say it with: the server was replaced or is away, so ask again.
  start(root).catch(() => setTimeout(() => location.reload(), retryAfterMs))
}
