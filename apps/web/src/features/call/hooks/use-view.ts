import { useSyncExternalStore } from 'react'
import type { View } from '../model/view.ts'
import { useCall } from './call-context.ts'

/** How one has chosen to look at the call. */
export function useView(): View {
  const { view } = useCall()
  return useSyncExternalStore(view.subscribe, view.getState)
}
