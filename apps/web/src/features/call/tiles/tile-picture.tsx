import { Track } from 'livekit-client'
import type { ReactNode } from 'react'
import { facingOfTrack } from '../../../platform/media/facing.ts'
import { useCall } from '../hooks/call-context.ts'
import { useLocal } from '../hooks/use-local.ts'
import type { CallPerson } from '../hooks/use-people.ts'
import { useLivePublication } from '../hooks/use-publication.ts'
import { useSparing } from '../hooks/use-sparing.ts'
import { useView } from '../hooks/use-view.ts'
import type { Size } from '../model/grid.ts'
import { CameraVideo } from './camera-video.tsx'

export interface TilePictureProps {
  person: CallPerson
  tile: Size
  /** To do without their camera, though it is on. */
  spared: boolean
  /** Shown where there is no picture, or none yet. */
  children: ReactNode
}

/** Somebody's camera, or what stands in for it. Oneself is shown from the track, published or not. */
export function TilePicture({ person: { participant, isLocal }, tile, spared, children }: TilePictureProps) {
  const { local } = useCall()
  const { mirrorSelf } = useView()
  useLocal()
  const published = useLivePublication(participant, Track.Source.Camera)
  const track = isLocal ? local.getCameraTrack() : null
  const publication = isLocal ? null : published
  const { sparing } = useSparing()
  // What is mounted nowhere is not sent: the SFU is told so by livekit-client's adaptive stream.
  if (!(track || publication) || ((sparing || spared) && !isLocal)) return children
  // What the camera at the back of a phone sees is not a mirror, and is often to be read.
  const mirrored = track !== null && mirrorSelf && facingOfTrack(track.mediaStreamTrack) === 'user'
  return (
    <CameraVideo
      track={track}
      publication={publication}
      picture={published?.dimensions}
      tile={tile}
      mirrored={mirrored}
    >
      {children}
    </CameraVideo>
  )
}
