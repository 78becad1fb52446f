import { useSyncExternalStore } from 'react'
import type { ShownReaction } from '../model/reactions.ts'
import { useCall } from './call-context.ts'

/** Everybody's reactions of the moment. */
export function useReactions(): readonly ShownReaction[] {
  const { reactions } = useCall()
  return useSyncExternalStore(reactions.subscribe, reactions.getState)
}
