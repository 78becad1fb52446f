import { loadCatalogues } from '../../../platform/i18n/messages.ts'
import { lazyOverlay } from '../../../ui/lazy-overlay.ts'

/** What nobody needs to be seen and heard: fetched when the pointer or focus comes near what opens it. */
export const participantsPanel = lazyOverlay(async () => {
  const [{ ParticipantsPanel }] = await Promise.all([import('./participants-panel.tsx'), loadCatalogues(['people'])])
  return { default: ParticipantsPanel }
})

export const chatPanel = lazyOverlay(async () => {
  const [{ ChatPanel }] = await Promise.all([import('../chat/chat-panel.tsx'), loadCatalogues(['chat'])])
  return { default: ChatPanel }
})

export const activitiesPanel = lazyOverlay(async () => {
  const [{ ActivitiesPanel }] = await Promise.all([
    import('../activities/activities-panel.tsx'),
    loadCatalogues(['activities']),
  ])
  return { default: ActivitiesPanel }
})

export const endDialog = lazyOverlay(async () => ({ default: (await import('./end-dialog.tsx')).EndDialog }))
