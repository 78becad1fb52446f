import type { LocalTrack } from 'livekit-client'
import { useEffect, useRef } from 'react'
import type { Size } from '../model/grid.ts'
import { pictureStyle } from './picture-style.ts'

/** One's own picture, as one knows oneself from the mirror. Shown from the track, published or not. */
export function LocalVideo({ track, size }: { track: LocalTrack; size: Size }) {
  const ref = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    const video = ref.current
    if (!video) return
    track.attach(video)
    return () => void track.detach(video)
  }, [track])
  return <video ref={ref} muted aria-hidden="true" className={pictureStyle(track.dimensions, size, '-scale-x-100')} />
}
