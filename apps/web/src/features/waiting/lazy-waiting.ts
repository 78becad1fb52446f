import { lazyOverlay } from '../../ui/lazy-overlay.ts'

/** Who waits, with everything that hosts do about them: fetched when the first one asks to come in. */
export const waitingPeople = lazyOverlay(async () => ({
  default: (await import('./waiting-people.tsx')).WaitingPeople,
}))
