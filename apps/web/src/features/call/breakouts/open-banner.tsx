import type { Breakouts } from '@visavis/contracts'
import { Network } from 'lucide-react'
import { formatDuration } from '../../../platform/i18n/formats.ts'
import { useT } from '../../../platform/i18n/use-t.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { RoomMenu } from './room-menu.tsx'
import { useSecondsLeft } from './use-seconds-left.ts'

/** In the main call: that there are rooms to choose from, or for hosts to visit, and for how long. */
export function OpenBanner({ breakouts, onManage }: { breakouts: Breakouts; onManage: (() => void) | null }) {
  const t = useT()
  const { phase, byChoice, rooms } = breakouts
  const left = useSecondsLeft(breakouts.endsAt)
  const closes = useSecondsLeft(breakouts.closesAt)
  const mayGo = phase === 'open' && (byChoice || onManage !== null)
  // Somebody who stays behind has nothing to do and nowhere to go.
  if (!mayGo && closes === null) return null
  const remark =
    closes !== null
      ? t('breakouts.recall.there', { seconds: closes })
      : left !== null && t('breakouts.timeLeft', { time: formatDuration(left) })
  return (
    <Banner
      icon={Network}
      action={
        <>
          {mayGo && (
            <RoomMenu
              label={t(byChoice ? 'breakouts.choose' : 'breakouts.visit')}
              rooms={rooms}
              hereId={null}
              filled={byChoice}
            />
          )}
          {onManage && (
            <Button size="small" onClick={onManage}>
              {t('breakouts.manage')}
            </Button>
          )}
        </>
      }
    >
      <p role="status" className="font-strong">
        {t('breakouts.open')}
      </p>
      {remark && <p className="text-small tabular text-muted">{remark}</p>}
    </Banner>
  )
}
