import { useSyncExternalStore } from 'react'

type Urgency = 'polite' | 'assertive'

const batchMs = 400
let said: Record<Urgency, string> = { polite: '', assertive: '' }
const pending: Record<Urgency, string[]> = { polite: [], assertive: [] }
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

function flush() {
  timer = undefined
  // A region that is set to the same text again stays silent: a trailing space makes it new.
  const next = (urgency: Urgency) => {
    const text = pending[urgency].splice(0).join(' ')
    return text === said[urgency] && text !== '' ? `${text}\u00a0` : text || said[urgency]
  }
  said = { polite: next('polite'), assertive: next('assertive') }
  for (const listener of listeners) listener()
}

/** Tells screen readers what happened on its own. What comes within the same moment is read as one. */
export function announce(text: string, urgency: Urgency = 'polite'): void {
  pending[urgency].push(text)
  timer ??= setTimeout(flush, batchMs)
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The one place where announcements are read from; once per page, never unmounted with a screen. */
export function Announcer() {
  const { polite, assertive } = useSyncExternalStore(subscribe, () => said)
  return (
    <div className="sr-only">
      <p aria-live="polite">{polite}</p>
      <p aria-live="assertive">{assertive}</p>
    </div>
  )
}
