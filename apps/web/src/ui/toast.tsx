import { TriangleAlert } from 'lucide-react'
import { type ReactNode, useSyncExternalStore } from 'react'

interface Toast {
  id: number
  text: ReactNode
  /** What is unspoken is only seen: screen readers have been told by the announcer, or are not to be. */
  tone: 'done' | 'failed' | 'unspoken'
}

const shownForMs = 6000
let toasts: readonly Toast[] = []
let nextId = 1
const listeners = new Set<() => void>()

function set(next: readonly Toast[]) {
  toasts = next
  for (const listener of listeners) listener()
}

/**
 * Says for a few seconds what has just happened. Nothing that must be acted on belongs here: a button in it
 * is the shorter of two ways. What it returns takes it
 * back, for when it is out of date.
 */
export function toast(text: ReactNode, tone: Toast['tone'] = 'done', forMs = shownForMs): () => void {
  const id = nextId++
  const takeBack = () => set(toasts.filter((other) => other.id !== id))
  set([...toasts.slice(-2), { id, text, tone }])
  setTimeout(takeBack, forMs)
  return takeBack
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Where toasts appear; once per page. */
export function ToastRegion() {
  const current = useSyncExternalStore(subscribe, () => toasts)
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-4 bottom-(--toast-bottom,1rem) z-50 flex flex-col items-center gap-2 pb-[env(safe-area-inset-bottom)]"
    >
      {current.map(({ id, text, tone }) => (
        <p
          key={id}
          aria-hidden={tone === 'unspoken' || undefined}
          className="panel-in flex max-w-md items-center gap-3 rounded-card border border-transparent bg-ink px-4 py-3 text-paper shadow-raised"
        >
          {tone === 'failed' && <TriangleAlert aria-hidden="true" size={20} className="shrink-0" />}
          {text}
        </p>
      ))}
    </div>
  )
}
