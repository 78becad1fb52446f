import { type Liberty, may } from '@visavis/contracts'
import { usePeople } from './use-people.ts'
import { useSharedState } from './use-shared-state.ts'

/** Whether the room's rules allow something to oneself. */
export function useLiberty(liberty: Liberty): boolean {
  const { settings } = useSharedState()
  const self = usePeople().find(({ isLocal }) => isLocal)
  return self === undefined || may(liberty, settings, self)
}
