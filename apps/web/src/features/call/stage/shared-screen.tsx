import type { TrackReference } from '@livekit/components-react'
import { ScreenShare } from 'lucide-react'
import { useRef } from 'react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { personOf } from '../../../platform/livekit/person.ts'
import { useAttached } from '../hooks/use-attached.ts'
import type { Rect } from '../model/grid.ts'

/** Somebody's screen, whole: nothing of a slide may be cut. */
export function SharedScreen({ trackRef, rect }: { trackRef: TrackReference; rect: Rect }) {
  const t = useT()
  const ref = useRef<HTMLVideoElement>(null)
  useAttached(ref, trackRef.publication.track ?? null)
  const label = t('call.share.of', { name: personOf(trackRef.participant).name })
  return (
    <figure
      aria-label={label}
      data-share-of={trackRef.participant.identity}
      style={{ left: rect.x, top: rect.y, width: rect.width, height: rect.height }}
      className="absolute overflow-hidden rounded-card border border-transparent bg-sunken"
    >
      <video ref={ref} muted playsInline className="size-full object-contain" />
      <figcaption className="absolute bottom-2 left-2 flex max-w-[calc(100%-1rem)] items-center gap-2 rounded-md border border-transparent bg-[rgb(8_14_17/0.72)] px-2.5 py-1 text-small font-strong">
        <ScreenShare aria-hidden="true" size={16} className="shrink-0" />
        <span className="truncate">{label}</span>
      </figcaption>
    </figure>
  )
}
