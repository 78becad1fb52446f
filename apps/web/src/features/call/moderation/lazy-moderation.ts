import { loadCatalogues } from '../../../platform/i18n/messages.ts'
import { lazyOverlay } from '../../../ui/lazy-overlay.ts'

const texts = () => loadCatalogues(['moderation', 'names'])

/** What one does to others, fetched when a menu is about to open. */
export const personMenu = lazyOverlay(async () => {
  const [{ PersonMenu }] = await Promise.all([import('./person-menu.tsx'), texts()])
  return { default: PersonMenu }
})

export const moderationDialog = lazyOverlay(async () => {
  const [{ ModerationDialog }] = await Promise.all([import('./moderation-dialog.tsx'), texts()])
  return { default: ModerationDialog }
})

/** What others do to oneself, fetched when they do. */
export const moderationBanner = lazyOverlay(async () => {
  const [{ ModerationBanner }] = await Promise.all([import('./moderation-banner.tsx'), texts()])
  return { default: ModerationBanner }
})
