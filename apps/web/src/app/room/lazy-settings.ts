import { loadCatalogues } from '../../platform/i18n/messages.ts'
import { lazyOverlay } from '../../ui/lazy-overlay.ts'

/** The rules of the room, with their texts. */
export const callRules = lazyOverlay(async () => {
  const [{ CallRules }] = await Promise.all([import('./call-rules.tsx'), loadCatalogues(['rules'])])
  return { default: CallRules }
})

/** The settings, with their texts. */
export const callSettings = lazyOverlay(async () => {
  const [{ CallSettings }] = await Promise.all([import('./call-settings.tsx'), loadCatalogues(['settings'])])
  return { default: CallSettings }
})
