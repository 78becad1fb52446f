import { Settings } from 'lucide-react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { ControlButton } from '../../../ui/control-button.tsx'
import type { SettingsDoor } from '../settings-door.ts'

/** Opens the settings; on a phone they are under "more". */
export function SettingsControl({ door }: { door: SettingsDoor }) {
  return (
    <ControlButton
      icon={Settings}
      label={useT()('call.settings')}
      aria-haspopup="dialog"
      onPointerEnter={door.prefetch}
      onFocus={door.prefetch}
      onClick={door.open}
    />
  )
}
