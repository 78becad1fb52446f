import { useT } from '../../platform/i18n/use-t.ts'
import { useSettings } from '../../platform/settings.ts'
import { SwitchField } from '../../ui/switch-field.tsx'
import { useChangeSettings } from './use-change-settings.ts'

const switches = ['reduceMotion', 'singleKeys'] as const
const announced = ['announceJoinLeave', 'announceChat', 'announceHands', 'announceReactions'] as const

export function AccessibilitySection() {
  const t = useT()
  const { accessibility } = useSettings()
  const change = useChangeSettings()
  return (
    <>
      {switches.map((field) => (
        <SwitchField
          key={field}
          label={t(`settings.accessibility.${field}`)}
          hint={t(`settings.accessibility.${field}.hint`)}
          checked={accessibility[field]}
          onChange={(checked) => change({ accessibility: { [field]: checked } })}
        />
      ))}
      <fieldset className="border-t border-line pt-3">
        <legend className="float-left mb-1 w-full font-strong">{t('settings.accessibility.announced')}</legend>
        <div className="clear-both">
          {announced.map((field) => (
            <SwitchField
              key={field}
              label={t(`settings.accessibility.${field}`)}
              checked={accessibility[field]}
              onChange={(checked) => change({ accessibility: { [field]: checked } })}
            />
          ))}
        </div>
      </fieldset>
    </>
  )
}
