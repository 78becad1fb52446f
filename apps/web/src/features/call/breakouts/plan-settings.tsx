import type { BreakoutPlan } from '@visavis/contracts'
import { useT } from '../../../platform/i18n/use-t.ts'
import { SelectField } from '../../../ui/select-field.tsx'
import { SwitchField } from '../../../ui/switch-field.tsx'

const durations = [5, 10, 15, 20, 30, 45, 60, 90]
const notices = [10, 30, 60]

/** How it goes: who decides, what becomes of late arrivals, for how long. */
export function PlanSettings({ plan, onChange }: { plan: BreakoutPlan; onChange: (plan: BreakoutPlan) => void }) {
  const t = useT()
  const change = (settings: Partial<BreakoutPlan>) => onChange({ ...plan, ...settings })
  return (
    <fieldset className="flex flex-col gap-3 border-t border-line pt-3">
      <legend className="sr-only">{t('breakouts.settings')}</legend>
      <div>
        <SwitchField
          label={t('breakouts.byChoice')}
          checked={plan.byChoice}
          onChange={(byChoice) => change({ byChoice })}
        />
        {!plan.byChoice && (
          <>
            <SwitchField
              label={t('breakouts.automatic')}
              hint={t('breakouts.automatic.hint')}
              checked={plan.automatic}
              onChange={(automatic) => change({ automatic })}
            />
            <SwitchField
              label={t('breakouts.latecomers')}
              hint={t('breakouts.latecomers.hint')}
              checked={plan.placesLatecomers}
              onChange={(placesLatecomers) => change({ placesLatecomers })}
            />
          </>
        )}
      </div>
      <SelectField
        label={t('breakouts.minutes')}
        value={plan.minutes ?? ''}
        onChange={({ target: { value } }) => change({ minutes: value === '' ? null : Number(value) })}
      >
        <option value="">{t('breakouts.minutes.none')}</option>
        {[...new Set([...durations, ...(plan.minutes === null ? [] : [plan.minutes])])].map((minutes) => (
          <option key={minutes} value={minutes}>
            {t('breakouts.minutes.some', { minutes })}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('breakouts.countdown')}
        value={plan.countdownSeconds}
        onChange={({ target: { value } }) => change({ countdownSeconds: Number(value) })}
      >
        {[...new Set([...notices, plan.countdownSeconds])].map((seconds) => (
          <option key={seconds} value={seconds}>
            {t('breakouts.countdown.seconds', { seconds })}
          </option>
        ))}
      </SelectField>
    </fieldset>
  )
}
