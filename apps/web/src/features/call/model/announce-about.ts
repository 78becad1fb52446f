import { settings } from '../../../platform/settings.ts'
import { announce } from '../../../ui/announcer.tsx'

/** What of others may be told or not, as one wishes. What concerns oneself is always told, by `announce`. */
export type Subject = 'JoinLeave' | 'Chat' | 'Hands' | 'Reactions'

/** Tells screen readers of what others do, unless one does not want to hear of it. */
export function announceAbout(subject: Subject, text: string): void {
  if (settings.get().accessibility[`announce${subject}`]) announce(text)
}
