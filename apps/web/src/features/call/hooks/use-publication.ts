import { type Participant, ParticipantEvent, type Track, type TrackPublication } from 'livekit-client'
import { useCallback, useSyncExternalStore } from 'react'

const events = [
  ParticipantEvent.TrackPublished,
  ParticipantEvent.TrackUnpublished,
  ParticipantEvent.TrackSubscribed,
  ParticipantEvent.TrackUnsubscribed,
  ParticipantEvent.TrackMuted,
  ParticipantEvent.TrackUnmuted,
  ParticipantEvent.LocalTrackPublished,
  ParticipantEvent.LocalTrackUnpublished,
] as const

/** What somebody publishes from one source, while it is not muted; null otherwise. */
export function useLivePublication(participant: Participant | null, source: Track.Source): TrackPublication | null {
  const subscribe = useCallback(
    (changed: () => void) => {
      for (const event of events) participant?.on(event, changed)
      return () => {
        for (const event of events) participant?.off(event, changed)
      }
    },
    [participant],
  )
  return useSyncExternalStore(subscribe, () => {
    const publication = participant?.getTrackPublication(source)
    return publication && !publication.isMuted ? publication : null
  })
}
