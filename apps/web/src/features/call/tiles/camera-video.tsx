import type { Track } from 'livekit-client'
import { useRef } from 'react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { classNames } from '../../../ui/class-names.ts'
import { useAttached } from '../hooks/use-attached.ts'
import { useFrozen } from '../hooks/use-frozen.ts'
import type { Size } from '../model/grid.ts'
import { TileRemark } from './tile-remark.tsx'

export interface CameraVideoProps {
  track: Track
  /** The picture's own size, where it is known. */
  picture: Size | undefined
  tile: Size
  mirrored: boolean
}

/**
 * A camera's picture, filling its tile; an upright phone's picture in a wide tile is shown whole instead. One that stands
 * still says so.
 */
export function CameraVideo({ track, picture, tile, mirrored }: CameraVideoProps) {
  const t = useT()
  const ref = useRef<HTMLVideoElement>(null)
  useAttached(ref, track)
  const frozen = useFrozen(ref)
  const upright = picture !== undefined && picture.height > picture.width
  return (
    <>
      <video
        ref={ref}
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
