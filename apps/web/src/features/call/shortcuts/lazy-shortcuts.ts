import { loadCatalogues } from '../../../platform/i18n/messages.ts'
import { lazyOverlay } from '../../../ui/lazy-overlay.ts'

/** The list of shortcuts, with its texts. */
export const shortcutsDialog = lazyOverlay(async () => {
  const [{ ShortcutsDialog }] = await Promise.all([import('./shortcuts-dialog.tsx'), loadCatalogues(['settings'])])
  return { default: ShortcutsDialog }
})
