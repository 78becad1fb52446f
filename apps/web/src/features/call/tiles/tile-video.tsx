import { type TrackReference, VideoTrack } from '@livekit/components-react'
import type { Participant, TrackPublication } from 'livekit-client'
import { useMemo } from 'react'
import { classNames } from '../../../ui/class-names.ts'
import type { Size } from '../model/grid.ts'

export interface TileVideoProps {
  participant: Participant
  publication: TrackPublication
  /** One knows oneself from the mirror. */
  mirrored: boolean
  rect: Size
}

/** A camera's picture, filling its tile; an upright phone's picture in a wide tile is shown whole instead. */
export function TileVideo({ participant, publication, mirrored, rect }: TileVideoProps) {
  const trackRef = useMemo<TrackReference>(
    () => ({ participant, publication, source: publication.source }),
    [participant, publication],
  )
  const upright = (publication.dimensions?.height ?? 0) > (publication.dimensions?.width ?? 0)
  return (
    <VideoTrack
      trackRef={trackRef}
      aria-hidden="true"
      className={classNames(
        'absolute inset-0 size-full rounded-card',
        upright && rect.width > rect.height ? 'object-contain' : 'object-cover',
        mirrored && '-scale-x-100',
      )}
    />
  )
}
