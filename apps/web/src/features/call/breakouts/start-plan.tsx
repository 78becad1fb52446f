import { type Breakouts, breakoutsAtMost } from '@visavis/contracts'
import { useState } from 'react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { type HostBreakouts, planOf } from './use-host-breakouts.ts'

/** The first step: how many rooms there are to be. */
export function StartPlan({ breakouts, host }: { breakouts: Breakouts; host: HostBreakouts }) {
  const t = useT()
  const [count, setCount] = useState(2)
  function make() {
    const rooms = Array.from({ length: count }, (_, n) => ({ name: t('breakouts.name', { number: n + 1 }) }))
    host.plan({ ...planOf(breakouts), rooms })
  }
  return (
    <>
      <p className="text-muted">{t('breakouts.start.text')}</p>
      <SelectField
        label={t('breakouts.start.count')}
        value={count}
        onChange={(event) => setCount(Number(event.target.value))}
      >
        {Array.from({ length: breakoutsAtMost }, (_, n) => (
          <option key={n} value={n + 1}>
            {n + 1}
          </option>
        ))}
      </SelectField>
      <Button variant="filled" busy={host.busy} onClick={make}>
        {t('breakouts.start.make')}
      </Button>
    </>
  )
}
