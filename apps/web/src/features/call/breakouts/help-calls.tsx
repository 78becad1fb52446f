import type { Breakout } from '@visavis/contracts'
import { LifeBuoy } from 'lucide-react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { useGo } from './use-go.ts'
import { useHostBreakouts } from './use-host-breakouts.ts'

/** For hosts: the rooms that ask for one of them, the longest first. */
export function HelpCalls({ rooms, hereId }: { rooms: readonly Breakout[]; hereId: string | null }) {
  const t = useT()
  const go = useGo()
  const { endHelp } = useHostBreakouts()
  const asking = rooms
    .filter(({ id, helpAskedAt }) => helpAskedAt !== null && id !== hereId)
    .toSorted((one, other) => (one.helpAskedAt ?? '').localeCompare(other.helpAskedAt ?? ''))
  return asking.map(({ id, name }) => (
    <Banner
      key={id}
      icon={LifeBuoy}
      tone="attention"
      action={
        <>
          <Button variant="filled" size="small" onClick={() => go(id)}>
            {t('breakouts.help.goTo', { room: name })}
          </Button>
          <Button size="small" onClick={() => endHelp(id)}>
            {t('breakouts.help.later')}
          </Button>
        </>
      }
    >
      <p role="alert" className="font-strong">
        {t('breakouts.help.from', { room: name })}
      </p>
    </Banner>
  ))
}
