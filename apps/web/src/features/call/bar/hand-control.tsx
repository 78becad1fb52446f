import { Hand } from 'lucide-react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { ControlButton } from '../../../ui/control-button.tsx'
import { useHand } from '../hooks/use-hand.ts'

/** Asks for the floor. */
export function HandControl() {
  const t = useT()
  const { up, move } = useHand()
  return (
    <ControlButton
      icon={Hand}
      look={up ? 'raised' : 'plain'}
      label={t(up ? 'signals.hand.lower' : 'signals.hand.raise')}
      onClick={() => move(!up)}
    />
  )
}
