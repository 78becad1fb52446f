import { type AgendaItem, type AgendaNow, usedAt } from '@visavis/contracts'
import { CornerDownRight } from 'lucide-react'
import { formatDuration } from '../../../platform/i18n/formats.ts'
import { useT } from '../../../platform/i18n/use-t.ts'
import { classNames } from '../../../ui/class-names.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { BigClock } from '../timer/big-clock.tsx'
import { useClockActions } from '../timer/use-clock-actions.ts'
import { useServerNow } from '../timer/use-server-now.ts'

export interface AgendaListProps {
  items: readonly AgendaItem[]
  now: AgendaNow | null
  hosting: boolean
}

/** The items in order, what each of them has taken, and the sum of it against what was planned. */
export function AgendaList({ items, now, hosting }: AgendaListProps) {
  const t = useT()
  const { go } = useClockActions()
  const serverNow = useServerNow()
  const usedMsOf = ({ id, usedMs }: AgendaItem) => (id === now?.itemId ? usedAt(now.clock, serverNow) : usedMs)
  const plannedSeconds = items.reduce((sum, { minutes }) => sum + minutes * 60, 0)
  const usedSeconds = items.reduce((sum, item) => sum + usedMsOf(item), 0) / 1000
  return (
    <>
      <ol className="flex flex-col gap-1">
        {items.map((item, index) => {
          const { id, title, minutes } = item
          const isCurrent = id === now?.itemId
          const usedMs = usedMsOf(item)
          const planned = formatDuration(minutes * 60)
          return (
            <li
              key={id}
              aria-current={isCurrent ? 'step' : undefined}
              className={classNames(
                'rounded-control border px-2.5 py-1.5',
                isCurrent ? 'border-brand bg-brand-soft' : 'border-transparent',
              )}
            >
              <div className="flex items-center gap-2">
                <span aria-hidden="true" className="w-6 shrink-0 text-small tabular text-muted">
                  {index + 1}
                </span>
                <div className="min-w-0 flex-1">
                  <p dir="auto" className={classNames('text-left wrap-break-word', isCurrent && 'font-strong')}>
                    {title}
                  </p>
                  <p className="text-small tabular text-muted">
                    {usedMs < 1000
                      ? planned
                      : t('clocks.agenda.usedOf', { used: formatDuration(usedMs / 1000), planned })}
                  </p>
                </div>
                {hosting && now && !isCurrent && (
                  <IconButton
                    icon={CornerDownRight}
                    label={t('clocks.agenda.startAt', { title })}
                    onClick={() => go('goTo', now.itemId, id)}
                  />
                )}
              </div>
              {isCurrent && (
                <div className="mt-1.5 mb-1">
                  <BigClock clock={now.clock} label={t('clocks.agenda.current')} />
                </div>
              )}
            </li>
          )
        })}
      </ol>
      <p className="px-2.5 text-small tabular text-muted">
        {t('clocks.agenda.total', { planned: formatDuration(plannedSeconds), used: formatDuration(usedSeconds) })}
      </p>
    </>
  )
}
