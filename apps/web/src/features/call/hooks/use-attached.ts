import type { Track } from 'livekit-client'
import { type RefObject, useEffect } from 'react'

/** Plays a track in an element for as long as both are there; LiveKit picks the layer by the element's size on screen. */
export function useAttached(ref: RefObject<HTMLMediaElement | null>, track: Track | null): void {
  useEffect(() => {
    const element = ref.current
    if (!element || !track) return
    track.attach(element)
    return () => void track.detach(element)
  }, [ref, track])
}
