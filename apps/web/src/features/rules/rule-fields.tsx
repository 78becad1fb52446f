import { audiences, liberties, type RoomSettingsChange } from '@visavis/contracts'
import type { ReactNode } from 'react'
import { useConfig } from '../../platform/config.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { SwitchField } from '../../ui/switch-field.tsx'
import { MostParticipants } from './most-participants.tsx'
import type { Rules, RulesChange } from './rules.ts'

export interface RuleFieldsProps extends Rules {
  /** Null for who may only read them. */
  onChange: ((change: RulesChange) => void) | null
  /** What stands first: the lock of a call. */
  lock?: ReactNode
}

/** What stage mode decides by itself. */
const staged: ReadonlySet<string> = new Set(['speak', 'film', 'share'])

/** Every rule that a room has: who comes in, and what each may do. */
export function RuleFields({ accessLevel, settings, onChange, lock }: RuleFieldsProps) {
  const t = useT()
  const allowed = useConfig().accessLevels
  const levels = allowed.includes(accessLevel) ? allowed : [...allowed, accessLevel]
  const change = (settings: RoomSettingsChange) => onChange?.({ settings })
  return (
    <fieldset disabled={onChange === null} className="flex flex-col gap-3">
      <h3 className="text-body font-strong">{t('rules.entry')}</h3>
      {lock}
      <SelectField
        label={t('rules.access')}
        hint={t(`rules.access.${accessLevel}.detail`)}
        value={accessLevel}
        onChange={({ target }) => {
          const level = levels.find((one) => one === target.value)
          if (level) onChange?.({ accessLevel: level })
        }}
      >
        {levels.map((level) => (
          <option key={level} value={level}>
            {t(`rules.access.${level}.label`)}
          </option>
        ))}
      </SelectField>
      <SwitchField
        label={t('rules.entryBeforeHost')}
        hint={t('rules.entryBeforeHost.hint')}
        checked={settings.entryBeforeHost}
        onChange={(entryBeforeHost) => change({ entryBeforeHost })}
      />
      <MostParticipants value={settings.maxParticipants} onChange={(maxParticipants) => change({ maxParticipants })} />
      <h3 className="mt-3 border-t border-line pt-4 text-body font-strong">{t('rules.may')}</h3>
      <SwitchField
        label={t('rules.stage')}
        hint={t('rules.stage.hint')}
        checked={settings.stage}
        onChange={(stage) => change({ stage })}
      />
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        {liberties.map((liberty) => (
          <SelectField
            key={liberty}
            label={t(`rules.may.${liberty}`)}
            disabled={settings.stage && staged.has(liberty)}
            value={settings.stage && staged.has(liberty) ? 'hosts' : settings.may[liberty]}
            onChange={({ target }) => {
              const audience = audiences.find((one) => one === target.value)
              if (audience) change({ may: { [liberty]: audience } })
            }}
          >
            {audiences.map((audience) => (
              <option key={audience} value={audience}>
                {t(`rules.audience.${audience}`)}
              </option>
            ))}
          </SelectField>
        ))}
      </div>
    </fieldset>
  )
}
