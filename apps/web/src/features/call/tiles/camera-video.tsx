import type { Track, TrackPublication } from 'livekit-client'
import { type ReactNode, useRef, useState } from 'react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { classNames } from '../../../ui/class-names.ts'
import { useAttached, usePublished } from '../hooks/use-attached.ts'
import { useFrozen } from '../hooks/use-frozen.ts'
import type { Size } from '../model/grid.ts'
import { TileRemark } from './tile-remark.tsx'

export interface CameraVideoProps {
  /** One's own track, published or not; null for somebody else. */
  track: Track | null
  /** What somebody else publishes, arrived or not; null for oneself. */
  publication: TrackPublication | null
  /** The picture's own size, where it is known. */
  picture: Size | undefined
  tile: Size
  mirrored: boolean
  /** Shown until there is a picture. */
  children: ReactNode
}

/**
 * A camera's picture, filling its tile; an upright phone's picture in a wide tile is shown whole instead. One that stands
 * still says so.
 */
export function CameraVideo({ track, publication, picture, tile, mirrored, children }: CameraVideoProps) {
  const t = useT()
  const ref = useRef<HTMLVideoElement>(null)
  const [shows, setShows] = useState(false)
  useAttached(ref, track)
  usePublished(ref, publication)
  const frozen = useFrozen(ref)
  const upright = picture !== undefined && picture.height > picture.width
  return (
    <>
      {!shows && children}
      <video
        ref={ref}
        onLoadedData={() => setShows(true)}
        onEmptied={() => setShows(false)}
        muted
        playsInline
        aria-hidden="true"
        className={classNames(
          'absolute -inset-px size-[calc(100%+2px)] max-w-none rounded-card',
          upright && tile.width > tile.height ? 'object-contain' : 'object-cover',
          mirrored && '-scale-x-100',
          frozen && 'brightness-50',
        )}
      />
      {frozen && (
        <div className="absolute inset-0 flex items-center justify-center p-2 text-center text-small">
          <TileRemark>{t('call.tile.frozen')}</TileRemark>
        </div>
      )}
    </>
  )
}
