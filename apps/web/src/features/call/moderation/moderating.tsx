import { Suspense, useSyncExternalStore } from 'react'
import { useCall } from '../hooks/call-context.ts'
import { moderationDialog } from './lazy-moderation.ts'

/** The place of the question that is asked before something is done to somebody. */
export function Moderating() {
  const { moderating } = useCall()
  const task = useSyncExternalStore(moderating.subscribe, moderating.get)
  if (!task) return null
  return (
    <Suspense fallback={null}>
      <moderationDialog.Component task={task} onClose={() => moderating.set(null)} />
    </Suspense>
  )
}
