import { type TrackReference, VideoTrack } from '@livekit/components-react'
import type { Participant, TrackPublication } from 'livekit-client'
import { useMemo, useRef } from 'react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { useFrozen } from '../hooks/use-frozen.ts'
import type { Size } from '../model/grid.ts'
import { pictureStyle } from './picture-style.ts'
import { TileRemark } from './tile-remark.tsx'

export interface RemoteVideoProps {
  participant: Participant
  publication: TrackPublication
  size: Size
}

/** Somebody's picture; one that stands still says so. */
export function RemoteVideo({ participant, publication, size }: RemoteVideoProps) {
  const t = useT()
  const ref = useRef<HTMLVideoElement>(null)
  const frozen = useFrozen(ref)
  const trackRef = useMemo<TrackReference>(
    () => ({ participant, publication, source: publication.source }),
    [participant, publication],
  )
  return (
    <>
      <VideoTrack
        ref={ref}
        trackRef={trackRef}
        aria-hidden="true"
        className={pictureStyle(publication.dimensions, size, frozen && 'opacity-50')}
      />
      {frozen && <TileRemark>{t('call.tile.frozen')}</TileRemark>}
    </>
  )
}
