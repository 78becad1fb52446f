import { loadCatalogues } from '../../platform/i18n/messages.ts'
import { lazyOverlay } from '../../ui/lazy-overlay.ts'

/** Fetched with the first one who waits under an agent's name. */
export const namesake = lazyOverlay(async () => {
  const [{ Namesake }] = await Promise.all([import('./namesake.tsx'), loadCatalogues(['names'])])
  return { default: Namesake }
})
