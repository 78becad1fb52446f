import { useSyncExternalStore } from 'react'
import type { LocalState } from '../model/local-controls.ts'
import { useCall } from './call-context.ts'

/** What of the visitor's is on. */
export function useLocal(): LocalState {
  const { local } = useCall()
  return useSyncExternalStore(local.subscribe, local.getState)
}
