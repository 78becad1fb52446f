import type { LobbyEntry } from '@visavis/contracts'
import { formatDuration } from '../../platform/i18n/formats.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { onServerClock } from '../../platform/server-clock.ts'
import { Button } from '../../ui/button.tsx'
import { useNow } from '../../ui/use-now.ts'
import { Unverified } from './unverified.tsx'
import type { Decision } from './use-decide.ts'

export interface WaitingPersonProps {
  entry: LobbyEntry
  showRoom: boolean
  busy: boolean
  /** Whether they are among those chosen, where several wait. */
  choice: { chosen: boolean; onChoose: (on: boolean) => void } | null
  onDecide: (decision: Decision) => void
}

/** One who waits: who, since when, and the two answers. */
export function WaitingPerson({ entry, showRoom, busy, choice, onDecide }: WaitingPersonProps) {
  const t = useT()
  const name = entry.displayName
  return (
    <li className="flex flex-col gap-3">
      <div className="flex items-center gap-2.5">
        {choice && (
          <input
            type="checkbox"
            className="size-6 shrink-0 accent-brand"
            aria-label={t('waiting.choose', { name })}
            checked={choice.chosen}
            disabled={busy}
            onChange={(event) => choice.onChoose(event.target.checked)}
          />
        )}
        <p className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-1">
          <span dir="auto" className="min-w-0 truncate" title={name}>
            {name}
          </span>
          {!entry.verified && <Unverified entry={entry} />}
          {showRoom && <span className="text-small text-muted">{t('waiting.forRoom', { room: entry.roomName })}</span>}
        </p>
        <Since instant={entry.requestedAt} />
      </div>
      <div className="flex gap-2">
        <Button
          variant="filled"
          size="small"
          busy={busy}
          aria-label={t('waiting.admitName', { name })}
          onClick={() => onDecide('admit')}
        >
          {t('waiting.admit')}
        </Button>
        <Button
          size="small"
          disabled={busy}
          aria-label={t('waiting.denyName', { name })}
          onClick={() => onDecide('deny')}
        >
          {t('waiting.deny')}
        </Button>
      </div>
    </li>
  )
}

function Since({ instant }: { instant: string }) {
  const seconds = (onServerClock(useNow(5000)) - Date.parse(instant)) / 1000
  const step = seconds < 60 ? 5 : 60
  const t = useT()
  return (
    <span className="shrink-0 text-small tabular text-muted">
      {seconds < step ? t('waiting.now') : formatDuration(Math.floor(seconds / step) * step)}
    </span>
  )
}
