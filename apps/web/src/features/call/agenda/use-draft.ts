import { useState } from 'react'
import type { CallSession } from '../call-session.ts'
import { useCall } from '../hooks/call-context.ts'
import type { AgendaDraft } from './agenda-draft.ts'

/** A panel is closed by one key: what a host has typed in it until then is there when it is opened again. */
const drafts = new WeakMap<CallSession, AgendaDraft>()

/** The agenda that is being written, or null. */
export function useDraft(): [AgendaDraft | null, (draft: AgendaDraft | null) => void] {
  const session = useCall()
  const [draft, setDraft] = useState(() => drafts.get(session) ?? null)
  return [
    draft,
    (next) => {
      if (next) drafts.set(session, next)
      else drafts.delete(session)
      setDraft(next)
    },
  ]
}
