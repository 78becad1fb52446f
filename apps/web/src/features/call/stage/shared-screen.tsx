import type { TrackReference } from '@livekit/components-react'
import { ScreenShare } from 'lucide-react'
import { useRef } from 'react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { personOf } from '../../../platform/livekit/person.ts'
import { classNames } from '../../../ui/class-names.ts'
import { useAttached } from '../hooks/use-attached.ts'
import { useFullScreen } from '../hooks/use-full-screen.ts'
import { useZoom } from '../hooks/use-zoom.ts'
import type { Rect } from '../model/grid.ts'
import { ShareTools } from './share-tools.tsx'

/** Somebody's screen, whole until one enlarges it: nothing of a slide may be cut. */
export function SharedScreen({ trackRef, rect }: { trackRef: TrackReference; rect: Rect }) {
  const t = useT()
  const frame = useRef<HTMLElement>(null)
  const video = useRef<HTMLVideoElement>(null)
  useAttached(video, trackRef.publication.track ?? null)
  const { zoom, zoomBy, reset } = useZoom(frame)
  const fullScreen = useFullScreen(frame)
  const label = t('call.share.of', { name: personOf(trackRef.participant).name })
  return (
    <figure
      ref={frame}
      aria-label={label}
      data-share-of={trackRef.participant.identity}
      style={{ left: rect.x, top: rect.y, width: rect.width, height: rect.height }}
      className="group/share @container absolute touch-none overflow-hidden rounded-card border border-transparent bg-sunken [&:fullscreen]:rounded-none"
    >
      <video
        ref={video}
        muted
        playsInline
        style={{ transform: `translate(${zoom.x}px, ${zoom.y}px) scale(${zoom.scale})` }}
        className={classNames('size-full object-contain', zoom.scale > 1 && 'cursor-move')}
      />
      <figcaption className="pointer-events-none absolute bottom-2 left-2 flex max-w-[calc(100%-1rem)] items-center gap-2 rounded-md border border-transparent bg-[rgb(8_14_17/0.72)] px-2.5 py-1 text-small font-strong">
        <ScreenShare aria-hidden="true" size={16} className="shrink-0" />
        <span className="truncate">{label}</span>
      </figcaption>
      <ShareTools scale={zoom.scale} onZoom={zoomBy} onReset={reset} fullScreen={fullScreen} />
    </figure>
  )
}
