import type { LobbyEntry } from '@visavis/contracts'
import { DoorOpen } from 'lucide-react'
import { useT } from '../../platform/i18n/use-t.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Unverified } from './unverified.tsx'
import type { Decide } from './use-decide.ts'

export interface WaitingLineProps extends Decide {
  entries: readonly LobbyEntry[]
  /** Shows everybody who waits. */
  onShow: () => void
}

/** Who waits, in one line: the person and both answers, or how many and where to see them. */
export function WaitingLine({ entries, decide, pending, onShow }: WaitingLineProps) {
  const t = useT()
  const [first] = entries
  if (!first) return null
  const name = first.displayName
  const busy = pending.has(first.id)
  return (
    <Banner
      icon={DoorOpen}
      tone="attention"
      action={
        entries.length === 1 ? (
          <>
            <Button
              variant="filled"
              size="small"
              busy={busy}
              aria-label={t('waiting.admitName', { name })}
              onClick={() => decide('admit', [first])}
            >
              {t('waiting.admit')}
            </Button>
            <Button
              size="small"
              disabled={busy}
              aria-label={t('waiting.denyName', { name })}
              onClick={() => decide('deny', [first])}
            >
              {t('waiting.deny')}
            </Button>
          </>
        ) : (
          <Button variant="filled" size="small" onClick={onShow}>
            {t('waiting.show')}
          </Button>
        )
      }
    >
      <p className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 font-strong">
        {entries.length === 1 ? (
          <>
            <span className="min-w-0 truncate">{t('waiting.asks', { name })}</span>
            {!first.verified && <Unverified entry={first} />}
          </>
        ) : (
          t('waiting.count', { count: entries.length })
        )}
      </p>
    </Banner>
  )
}
