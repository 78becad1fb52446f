import { useT } from '../../../platform/i18n/use-t.ts'
import { shareHints } from '../../../platform/livekit/share-hint.ts'
import { Button } from '../../../ui/button.tsx'
import { useShareHint } from '../hooks/use-share-hint.ts'

/** Sharp text or smooth motion, where the line does not carry both. */
export function ShareHintChoice() {
  const t = useT()
  const [chosen, choose] = useShareHint()
  return (
    <div role="group" aria-label={t('call.share.suits')} className="flex flex-wrap gap-1">
      {shareHints.map((hint) => (
        <Button
          key={hint}
          size="small"
          variant="quiet"
          aria-pressed={chosen === hint}
          onClick={() => choose(hint)}
          className="aria-pressed:bg-control-on aria-pressed:text-on-control-on"
        >
          {t(`call.share.${hint}`)}
        </Button>
      ))}
    </div>
  )
}
