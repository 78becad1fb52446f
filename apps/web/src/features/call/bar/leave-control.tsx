import { PhoneOff } from 'lucide-react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { useCall } from '../hooks/call-context.ts'
import { useShortcutProps } from '../hooks/use-shortcut-props.ts'
import { SplitControl } from './split-control.tsx'

/** Leaves; a host may also end the call for everybody. */
export function LeaveControl({ onEndForAll }: { onEndForAll: (() => void) | null }) {
  const t = useT()
  const { connection } = useCall()
  const endForAll = onEndForAll && [
    { items: [{ id: 'end', label: t('call.end.button'), icon: PhoneOff, danger: true, onAction: onEndForAll }] },
  ]
  return (
    <SplitControl
      icon={PhoneOff}
      look="danger"
      label={t('call.leave')}
      onClick={connection.leave}
      {...useShortcutProps('leave')}
      menuLabel={t('call.leave.more')}
      sections={endForAll ?? []}
    />
  )
}
