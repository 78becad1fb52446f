import { useQueryClient } from '@tanstack/react-query'
import { askForHelp, type Breakouts, endHelp } from '@visavis/contracts'
import { LifeBuoy, Network } from 'lucide-react'
import { useEffect } from 'react'
import { callApi } from '../../../platform/api.ts'
import { formatDuration } from '../../../platform/i18n/formats.ts'
import { problemText } from '../../../platform/i18n/problem-text.ts'
import { useT } from '../../../platform/i18n/use-t.ts'
import { isHost } from '../../../platform/livekit/person.ts'
import { toProblem } from '../../../platform/problem.ts'
import { announce } from '../../../ui/announcer.tsx'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useCall } from '../hooks/call-context.ts'
import { useOwnRole } from '../hooks/use-own-role.ts'
import { RoomMenu } from './room-menu.tsx'
import { breakoutsKey } from './use-breakouts.ts'
import { useGo } from './use-go.ts'
import { useSecondsLeft } from './use-seconds-left.ts'

export interface PlaceBannerProps {
  here: { id: string; name: string }
  breakouts: Breakouts | undefined
}

/** Which breakout one is in, for how long, the call for help and the way back. */
export function PlaceBanner({ here, breakouts }: PlaceBannerProps) {
  const t = useT()
  const go = useGo()
  const hosting = isHost(useOwnRole())
  const left = useSecondsLeft(breakouts?.endsAt ?? null)
  const closes = useSecondsLeft(breakouts?.closesAt ?? null)
  const lastMinute = left !== null && left <= 60
  useEffect(() => {
    if (lastMinute) announce(t('breakouts.lastMinute'))
  }, [lastMinute, t])

  const room = breakouts?.rooms.find(({ id }) => id === here.id)
  const asked = room !== undefined && room.helpAskedAt !== null
  const remarks = [
    ...(left === null || closes !== null ? [] : [t('breakouts.timeLeft', { time: formatDuration(left) })]),
    ...(asked ? [t('breakouts.help.asked')] : []),
  ]
  if (closes !== null) {
    return (
      <Banner
        icon={Network}
        tone="attention"
        action={
          <Button variant="filled" size="small" onClick={() => go(null)}>
            {t('breakouts.recall.backNow')}
          </Button>
        }
      >
        <p className="font-strong">
          {t('breakouts.recall.here', { seconds: Math.min(closes, breakouts?.countdownSeconds ?? closes) })}
        </p>
      </Banner>
    )
  }
  const mayChange = breakouts?.phase === 'open' && (breakouts.byChoice || hosting)
  return (
    <Banner
      icon={Network}
      tone={lastMinute ? 'attention' : 'plain'}
      action={
        <>
          {!hosting && breakouts && <HelpButton breakoutId={here.id} asked={asked} />}
          {mayChange && <RoomMenu label={t('breakouts.change')} rooms={breakouts.rooms} hereId={here.id} />}
          <Button size="small" onClick={() => go(null)}>
            {t('breakouts.back')}
          </Button>
        </>
      }
    >
      <p role="status" className="font-strong">
        {t('breakouts.here', { room: room?.name ?? here.name })}
      </p>
      {remarks.length > 0 && <p className="text-small tabular text-muted">{remarks.join(' · ')}</p>}
    </Banner>
  )
}

function HelpButton({ breakoutId, asked }: { breakoutId: string; asked: boolean }) {
  const t = useT()
  const queryClient = useQueryClient()
  const { callId, identity } = useCall().connection.getAdmitted()
  const params = { callId, breakoutId }
  const ask = () =>
    asked ? callApi(endHelp, { params, query: { identity } }) : callApi(askForHelp, { params, body: { identity } })
  return (
    <Button
      size="small"
      onClick={() =>
        void ask().then(
          () => queryClient.invalidateQueries({ queryKey: breakoutsKey(callId) }),
          (error: unknown) => toast(problemText(t, toProblem(error)).title, 'failed'),
        )
      }
    >
      <LifeBuoy aria-hidden="true" size={18} />
      {t(asked ? 'breakouts.help.takeBack' : 'breakouts.help.ask')}
    </Button>
  )
}
