import { type Track, TrackEvent, type TrackPublication } from 'livekit-client'
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

/**
 * The same for what somebody publishes, from the moment it arrives: the element is there before, and no drawing stands
 * between a picture that has come and its being seen.
 */
export function usePublished(ref: RefObject<HTMLMediaElement | null>, publication: TrackPublication | null): void {
  useEffect(() => {
    const element = ref.current
    if (!element || !publication) return
    // A track that goes, livekit-client takes from its elements itself.
    const attach = () => void publication.track?.attach(element)
    attach()
    publication.on(TrackEvent.Subscribed, attach)
    return () => {
      publication.off(TrackEvent.Subscribed, attach)
      publication.track?.detach(element)
    }
  }, [ref, publication])
}
