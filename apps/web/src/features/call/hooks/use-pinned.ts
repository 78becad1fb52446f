import { useMemo } from 'react'
import { useSharedState } from './use-shared-state.ts'
import { useView } from './use-view.ts'

/** Who stands before all others: whom a host has put in the middle for everybody, then whom one has pinned oneself. */
export function usePinned(): readonly string[] {
  const { pinned } = useView()
  const { spotlight } = useSharedState()
  return useMemo(() => (spotlight === null ? pinned : [...new Set([spotlight, ...pinned])]), [pinned, spotlight])
}
