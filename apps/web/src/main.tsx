import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { preloadPage } from './app/routes.ts'
import { config } from './platform/config.ts'
import { loadCatalogues, preferredLanguage, switchLanguage } from './platform/i18n/messages.ts'
import { me } from './platform/me.ts'
import './ui/styles.css'

const retryAfterMs = 3000

async function start(root: HTMLElement) {
  // Everything that the first paint needs is asked for at once.
  config.load().catch(() => undefined)
  me.load().catch(() => undefined)
  const page = preloadPage(location.pathname)
  await switchLanguage(preferredLanguage(), 'by-browser')
  await Promise.all([loadCatalogues(['common']), page])
  createRoot(root).render(<App />)
}

const root = document.getElementById('root')
if (root) {
  // Without texts there is nothing to say it with: the server was replaced or is away, so ask again.
  start(root).catch(() => setTimeout(() => location.reload(), retryAfterMs))
}
