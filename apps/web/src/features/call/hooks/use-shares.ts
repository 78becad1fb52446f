import { type TrackReference, useTracks } from '@livekit/components-react'
import { Track } from 'livekit-client'
import { useState } from 'react'
import { byAge, type ShareChoice, shareOnStage } from '../model/shares.ts'

const sources = [Track.Source.ScreenShare]
const idOf = ({ publication }: TrackReference) => publication.trackSid

export interface Shares {
  /** Screens that others share, the newest last. One's own is not shown back to oneself. */
  readonly all: readonly TrackReference[]
  readonly onStage: TrackReference | undefined
  choose: (share: TrackReference) => void
}

export function useShares(): Shares {
  const tracks = useTracks(sources).filter(({ participant }) => !participant.isLocal)
  const [before, setBefore] = useState<readonly string[]>([])
  const [choice, setChoice] = useState<ShareChoice | null>(null)
  const ids = byAge(before, tracks.map(idOf))
  if (ids.join() !== before.join()) setBefore(ids)

  const all = ids.flatMap((id) => tracks.find((track) => idOf(track) === id) ?? [])
  const chosen = shareOnStage(ids, choice)
  return {
    all,
    onStage: all.find((share) => idOf(share) === chosen),
    choose: (share) => setChoice({ id: idOf(share), newest: ids.at(-1) ?? '' }),
  }
}
