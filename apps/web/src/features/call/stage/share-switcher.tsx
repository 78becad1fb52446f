import type { TrackReference } from '@livekit/components-react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { personOf } from '../../../platform/livekit/person.ts'
import { classNames } from '../../../ui/class-names.ts'

export interface ShareSwitcherProps {
  shares: readonly TrackReference[]
  /** The one on the stage. */
  current: TrackReference | undefined
  onChoose: (share: TrackReference) => void
}

/** Where several screens are shared, which of them one looks at. */
export function ShareSwitcher({ shares, current, onChoose }: ShareSwitcherProps) {
  const t = useT()
  return (
    <div role="group" aria-label={t('call.shares')} className="flex min-w-0 flex-wrap gap-1.5 pb-1">
      {shares.map((share) => {
        const on = share.publication.trackSid === current?.publication.trackSid
        return (
          <button
            key={share.publication.trackSid}
            type="button"
            aria-pressed={on}
            onClick={() => onChoose(share)}
            className={classNames(
              'min-h-9 max-w-56 touch-target truncate rounded-control border px-3 text-small font-strong',
              on
                ? 'border-transparent bg-control-on text-on-control-on'
                : 'border-field-line bg-surface hover:bg-control',
            )}
          >
            {t('call.share.of', { name: personOf(share.participant).name })}
          </button>
        )
      })}
    </div>
  )
}
