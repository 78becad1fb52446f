import type { Clock } from '@visavis/contracts'
import { useT } from '../../../platform/i18n/use-t.ts'
import { classNames } from '../../../ui/class-names.ts'
import { countdown, viewClock } from './clock-view.ts'
import { useServerNow } from './use-server-now.ts'

/** What is left in figures that one reads from afar; in words whether it stands still or is over. */
export function BigClock({ clock, label }: { clock: Clock; label: string }) {
  const t = useT()
  const view = viewClock(clock, useServerNow())
  return (
    <p
      role="timer"
      aria-label={label}
      className={classNames(
        'flex w-full flex-wrap items-baseline gap-x-3 rounded-control border px-3.5 py-1.5',
        view.isOver ? 'border-attention-line bg-attention-soft text-on-attention-soft' : 'border-line bg-surface',
      )}
    >
      <span className="text-title font-strong tabular">{countdown(view)}</span>
      {view.isOver && <span>{t('clocks.state.over')}</span>}
      {view.isPaused && <span className={view.isOver ? '' : 'text-muted'}>{t('clocks.state.paused')}</span>}
    </p>
  )
}
