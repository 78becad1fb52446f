import type { Participant } from 'livekit-client'
import { useT } from '../../../platform/i18n/use-t.ts'
import { classNames } from '../../../ui/class-names.ts'
import { useQuality } from '../hooks/use-quality.ts'
import { barsOf } from '../model/quality.ts'

const heights = ['h-1.5', 'h-2.5', 'h-3.5']

/** Three bars, and in words what they mean. */
export function QualityBars({ participant }: { participant: Participant | null }) {
  const t = useT()
  const quality = useQuality(participant)
  if (!quality) return null
  const text = t(`call.quality.${quality}`)
  return (
    <span data-quality={quality} title={text} className="inline-flex shrink-0 items-end gap-0.5">
      {heights.map((height, index) => (
        <span
          key={height}
          aria-hidden="true"
          data-meter={index < barsOf[quality] || undefined}
          className={classNames('w-1 rounded-sm', height, index < barsOf[quality] ? 'bg-current' : 'bg-current/30')}
        />
      ))}
      <span className="sr-only">{text}</span>
    </span>
  )
}
