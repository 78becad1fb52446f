import { Track } from 'livekit-client'
import type { ReactNode } from 'react'
import { useCall } from '../hooks/call-context.ts'
import { useLocal } from '../hooks/use-local.ts'
import type { CallPerson } from '../hooks/use-people.ts'
import { useLivePublication } from '../hooks/use-publication.ts'
import type { Size } from '../model/grid.ts'
import { LocalVideo } from './local-video.tsx'
import { RemoteVideo } from './remote-video.tsx'

export interface TilePictureProps {
  person: CallPerson
  size: Size
  /** Shown where there is no picture. */
  children: ReactNode
}

/** Somebody's camera, or what stands in for it. */
export function TilePicture({ person: { participant, isLocal }, size, children }: TilePictureProps) {
  const { local } = useCall()
  useLocal()
  const published = useLivePublication(participant, Track.Source.Camera)
  const own = isLocal ? local.getCameraTrack() : null
  if (own) return <LocalVideo track={own} size={size} />
  if (!isLocal && participant && published) {
    return <RemoteVideo participant={participant} publication={published} size={size} />
  }
  return children
}
