import { useSyncExternalStore } from 'react'
import type { SharedNow } from '../model/shared-state.ts'
import { useCall } from './call-context.ts'

/** Raised hands and the spotlight. */
export function useSharedState(): SharedNow {
  const { shared } = useCall()
  return useSyncExternalStore(shared.subscribe, shared.getState)
}
