import { loadCatalogues } from '../../../platform/i18n/messages.ts'
import { lazyOverlay } from '../../../ui/lazy-overlay.ts'

/** For everybody, as soon as there are breakout rooms. */
export const breakoutBanners = lazyOverlay(async () => {
  const [{ BreakoutBanners }] = await Promise.all([import('./breakout-banners.tsx'), loadCatalogues(['breakouts'])])
  return { default: BreakoutBanners }
})
