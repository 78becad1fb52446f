import type { Clocks } from '@visavis/contracts'
import { ListChecks, Pause, Timer } from 'lucide-react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { classNames } from '../../../ui/class-names.ts'
import { countdown, viewClock } from './clock-view.ts'
import { useServerNow } from './use-server-now.ts'
import { useTellClocks } from './use-tell-clocks.ts'

/** The clock that runs, or the one that is paused, on one line above everybody's pictures; opens all about it. */
export function ClocksChip({ clocks, onOpen }: { clocks: Clocks; onOpen: () => void }) {
  const t = useT()
  const now = useServerNow()
  useTellClocks(clocks, now)
  const { timer } = clocks
  const agenda = timer && clocks.agenda?.clock.since == null ? null : clocks.agenda
  const clock = agenda?.clock ?? timer
  if (!clock) return null
  const view = viewClock(clock, now)
  const Icon = view.isPaused ? Pause : agenda ? ListChecks : Timer
  return (
    <div
      data-testid="clocks"
      className={classNames(
        'panel-in relative flex min-h-9 max-w-full items-center gap-2 self-center rounded-full border pr-4 pl-1.5 text-small',
        view.isOver ? 'border-attention-line bg-attention-soft text-on-attention-soft' : 'border-line bg-surface',
      )}
    >
      <button
        type="button"
        aria-label={t('clocks.title')}
        onClick={onOpen}
        className="inline-flex size-7 shrink-0 items-center justify-center rounded-full after:absolute after:-inset-1 after:rounded-full"
      >
        <Icon aria-hidden="true" size={16} />
      </button>
      <p role="timer" className="flex min-w-0 items-baseline gap-2">
        <span className={agenda ? 'min-w-0 truncate' : 'sr-only'} title={agenda?.title}>
          {agenda?.title ?? t('clocks.timer')}
        </span>
        <span className="shrink-0 text-body font-strong tabular">{countdown(view)}</span>
        {view.isOver && !agenda && <span className="shrink-0">{t('clocks.state.over')}</span>}
        {view.isPaused && <span className="shrink-0">{t('clocks.state.paused')}</span>}
        {agenda?.next && (
          <span className={classNames('hidden min-w-0 truncate sm:inline', !view.isOver && 'text-muted')}>
            {t('clocks.chip.next', { title: agenda.next })}
          </span>
        )}
      </p>
    </div>
  )
}
