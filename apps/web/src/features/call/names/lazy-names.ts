import { loadCatalogues } from '../../../platform/i18n/messages.ts'
import { lazyOverlay } from '../../../ui/lazy-overlay.ts'

/** Fetched with the first guest who uses an agent's name. */
export const namesakeMark = lazyOverlay(async () => {
  const [{ NamesakeMark }] = await Promise.all([import('./namesake-mark.tsx'), loadCatalogues(['names'])])
  return { default: NamesakeMark }
})
