import { type TrackReference, useTracks } from '@livekit/components-react'
import { Track } from 'livekit-client'

const sources = [Track.Source.ScreenShare]

/** Screens that others share, the newest last. One's own is not shown back to oneself. */
export const useShares = (): readonly TrackReference[] =>
  useTracks(sources).filter(({ participant }) => !participant.isLocal)
