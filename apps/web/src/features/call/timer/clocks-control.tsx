import { Timer } from 'lucide-react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { ControlButton } from '../../../ui/control-button.tsx'
import { clocksPanel } from '../panel/lazy-panels.ts'
import { panelId } from '../panel/panel-id.ts'

/** Opens and closes the panel of timer and agenda; on a phone that is under "more". */
export function ClocksControl({ open, onToggle }: { open: boolean; onToggle: () => void }) {
  return (
    <ControlButton
      icon={Timer}
      look={open ? 'active' : 'plain'}
      label={useT()('call.clocks')}
      aria-expanded={open}
      aria-controls={panelId}
      onPointerEnter={clocksPanel.prefetch}
      onFocus={clocksPanel.prefetch}
      onClick={onToggle}
      className="max-lg:hidden"
    />
  )
}
