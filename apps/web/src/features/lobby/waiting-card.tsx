import { formatDuration } from '../../platform/i18n/formats.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { onServerClock } from '../../platform/server-clock.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { useNow } from '../../ui/use-now.ts'

export interface WaitingCardProps {
  name: string
  /** Since when, by the server's clock; null until that is known. */
  sinceMs: number | null
  interrupted: boolean
}

/** Who waits, for how long, and that nothing need be done meanwhile. */
export function WaitingCard({ name, sinceMs, interrupted }: WaitingCardProps) {
  const t = useT()
  const now = onServerClock(useNow(1000))
  const duration = formatDuration(Math.max(0, now - (sinceMs ?? now)) / 1000)
  return (
    <div className="flex flex-col gap-4 rounded-card border border-line bg-surface p-5">
      <div className="flex items-center gap-3">
        <Avatar name={name} />
        <div className="min-w-0">
          <p dir="auto" className="truncate text-left font-strong">
            {name}
          </p>
          <p role="timer" className="text-small tabular text-muted">
            {t('lobby.since', { duration })}
          </p>
        </div>
      </div>
      <span aria-hidden="true" className="h-1.5 overflow-hidden rounded-full border border-transparent bg-line">
        <span data-meter className="waiting-bar block h-full w-1/3 rounded-full bg-brand" />
      </span>
      <p role="status" className="text-small">
        {t(interrupted ? 'lobby.interrupted' : 'lobby.explain')}
      </p>
    </div>
  )
}
