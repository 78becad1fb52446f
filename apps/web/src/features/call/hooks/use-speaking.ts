import { useSyncExternalStore } from 'react'
import { useCall } from './call-context.ts'

/** Everybody who speaks, without flicker. */
export function useSpeakers(): ReadonlySet<string> {
  const { speakers } = useCall()
  return useSyncExternalStore(speakers.subscribe, speakers.getSpeaking)
}

/** Whether this one speaks; nothing is drawn again for the others. */
export function useSpeaking(identity: string): boolean {
  const { speakers } = useCall()
  return useSyncExternalStore(speakers.subscribe, () => speakers.getSpeaking().has(identity))
}
