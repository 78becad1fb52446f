import { useSyncExternalStore } from 'react'
import type { SharedNow } from '../model/shared-state.ts'
import { useCall } from './call-context.ts'

/** Raised hands, the spotlight, whether there are breakout rooms. */
export function useSharedState(): SharedNow {
  const { shared } = useCall()
  return useSyncExternalStore(shared.subscribe, shared.getState)
}
