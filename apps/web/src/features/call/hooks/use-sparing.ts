import { useSyncExternalStore } from 'react'
import type { SparingState } from '../model/sparing.ts'
import { useCall } from './call-context.ts'

/** Whether the connection is spared, or should be. */
export function useSparing(): SparingState {
  const { sparing } = useCall()
  return useSyncExternalStore(sparing.subscribe, sparing.getState)
}
