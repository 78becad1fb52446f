import type { Clock } from '@visavis/contracts'
import { Pause, Play, Plus, Square } from 'lucide-react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { Button } from '../../../ui/button.tsx'
import { useSharedState } from '../hooks/use-shared-state.ts'
import { BigClock } from './big-clock.tsx'
import { TimerStart } from './timer-start.tsx'
import { useClockActions } from './use-clock-actions.ts'

/** The countdown of a call: hosts start and stop it, everybody reads it. */
export function TimerActivity({ hosting }: { hosting: boolean }) {
  const t = useT()
  const timer = useSharedState().clocks?.timer
  if (timer) return <RunningTimer timer={timer} hosting={hosting} />
  return hosting ? <TimerStart /> : <p className="text-muted">{t('clocks.timer.none')}</p>
}

function RunningTimer({ timer, hosting }: { timer: Clock; hosting: boolean }) {
  const t = useT()
  const { busy, change, stop } = useClockActions()
  const paused = timer.since === null
  return (
    <div className="flex flex-col items-start gap-3">
      <BigClock clock={timer} label={t('clocks.timer')} />
      {hosting && (
        <div className="flex flex-wrap gap-2">
          <Button
            size="small"
            busy={busy === 'pause' || busy === 'resume'}
            onClick={() => change(paused ? 'resume' : 'pause')}
          >
            {paused ? <Play aria-hidden="true" size={18} /> : <Pause aria-hidden="true" size={18} />}
            {t(paused ? 'clocks.resume' : 'clocks.pause')}
          </Button>
          <Button size="small" busy={busy === 'extend'} onClick={() => change('extend')}>
            <Plus aria-hidden="true" size={18} />
            {t('clocks.timer.extend')}
          </Button>
          <Button size="small" busy={busy === 'stop'} onClick={stop}>
            <Square aria-hidden="true" size={16} />
            {t('clocks.timer.stop')}
          </Button>
        </div>
      )}
    </div>
  )
}
