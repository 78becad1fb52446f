import { type TrackReference, useTracks } from '@livekit/components-react'
import { Track } from 'livekit-client'
import { useRef } from 'react'
import { useAttached } from '../hooks/use-attached.ts'

const sources = [Track.Source.Microphone, Track.Source.ScreenShareAudio]

/** Everybody else's voice and the sound of their shared screens, on screen or not. */
export function RemoteSound() {
  return useTracks(sources)
    .filter(({ participant }) => !participant.isLocal)
    .map((trackRef) => <Sound key={trackRef.publication.trackSid} trackRef={trackRef} />)
}

function Sound({ trackRef }: { trackRef: TrackReference }) {
  const ref = useRef<HTMLAudioElement>(null)
  useAttached(ref, trackRef.publication.track ?? null)
  // Live speech: there is nothing to caption here, and nothing to see.
  // oxlint-disable-next-line jsx-a11y/media-has-caption
  return <audio ref={ref} className="hidden" />
}
