import { type TrackReference, VideoTrack } from '@livekit/components-react'
import type { Participant, TrackPublication } from 'livekit-client'
import { useMemo } from 'react'
import type { Size } from '../model/grid.ts'
import { pictureStyle } from './picture-style.ts'

export interface RemoteVideoProps {
  participant: Participant
  publication: TrackPublication
  size: Size
}

export function RemoteVideo({ participant, publication, size }: RemoteVideoProps) {
  const trackRef = useMemo<TrackReference>(
    () => ({ participant, publication, source: publication.source }),
    [participant, publication],
  )
  return <VideoTrack trackRef={trackRef} aria-hidden="true" className={pictureStyle(publication.dimensions, size)} />
}
