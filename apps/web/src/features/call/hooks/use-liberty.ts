import { type Liberty, may } from '@visavis/contracts'
import { useCall } from './call-context.ts'
import { usePeople } from './use-people.ts'
import { useSharedState } from './use-shared-state.ts'

/** Whether the room's rules allow something to oneself, where one is: a breakout has no stage. */
export function useLiberty(liberty: Liberty): boolean {
  const { settings } = useSharedState()
  const { breakout } = useCall().admitted
  const self = usePeople().find(({ isLocal }) => isLocal)
  return self === undefined || may(liberty, breakout ? { ...settings, stage: false } : settings, self)
}
