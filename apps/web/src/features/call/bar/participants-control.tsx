import { Users } from 'lucide-react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { ControlButton } from '../../../ui/control-button.tsx'
import { useShortcutProps } from '../hooks/use-shortcut-props.ts'
import { participantsPanel } from '../panel/lazy-panels.ts'
import { panelId } from '../panel/panel-id.ts'

export interface ParticipantsControlProps {
  open: boolean
  waitingCount: number
  onToggle: () => void
}

/** Opens and closes the panel of participants; its badge counts who waits to be let in. */
export function ParticipantsControl({ open, waitingCount, onToggle }: ParticipantsControlProps) {
  const t = useT()
  const label = waitingCount > 0 ? t('call.people.buttonWaiting', { count: waitingCount }) : t('call.people.button')
  return (
    <ControlButton
      icon={Users}
      look={open ? 'active' : 'plain'}
      label={label}
      badge={waitingCount}
      {...useShortcutProps('participants')}
      aria-expanded={open}
      aria-controls={panelId}
      onPointerEnter={participantsPanel.prefetch}
      onFocus={participantsPanel.prefetch}
      onClick={onToggle}
      className="max-sm:size-11"
    />
  )
}
