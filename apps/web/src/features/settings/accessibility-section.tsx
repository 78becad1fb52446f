import { useT } from '../../platform/i18n/use-t.ts'
import { useSettings } from '../../platform/settings.ts'
import { SwitchField } from '../../ui/switch-field.tsx'
import { useChangeSettings } from './use-change-settings.ts'

const fields = ['announceJoinLeave', 'reduceMotion', 'singleKeys'] as const

export function AccessibilitySection() {
  const t = useT()
  const { accessibility } = useSettings()
  const change = useChangeSettings()
  return fields.map((field) => (
    <SwitchField
      key={field}
      label={t(`settings.accessibility.${field}`)}
      hint={t(`settings.accessibility.${field}.hint`)}
      checked={accessibility[field]}
      onChange={(checked) => change({ accessibility: { [field]: checked } })}
    />
  ))
}
