import type { ParticipantRole } from '@visavis/contracts'
import { useSyncExternalStore } from 'react'
import { useCall } from './call-context.ts'

/** What one is in this call now. */
export function useOwnRole(): ParticipantRole {
  const { role } = useCall()
  return useSyncExternalStore(role.subscribe, role.get)
}
