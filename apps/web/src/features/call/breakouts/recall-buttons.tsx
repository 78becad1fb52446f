import type { Breakouts } from '@visavis/contracts'
import { useT } from '../../../platform/i18n/use-t.ts'
import { Button } from '../../../ui/button.tsx'
import { useSecondsLeft } from './use-seconds-left.ts'

export interface RecallButtonsProps {
  breakouts: Breakouts
  busy: boolean
  onRecall: (at: 'once' | 'countdown') => void
}

/** The end of the rooms: with a countdown, or at once. */
export function RecallButtons({ breakouts, busy, onRecall }: RecallButtonsProps) {
  const t = useT()
  const seconds = useSecondsLeft(breakouts.closesAt)
  return (
    <div className="flex flex-col gap-2">
      {seconds === null ? (
        <Button variant="filled" busy={busy} onClick={() => onRecall('countdown')}>
          {t('breakouts.recall')}
        </Button>
      ) : (
        <p role="status" className="text-center tabular">
          {t('breakouts.recall.there', { seconds })}
        </p>
      )}
      <Button disabled={busy} onClick={() => onRecall('once')}>
        {t('breakouts.recall.once')}
      </Button>
    </div>
  )
}
