import { Track } from 'livekit-client'
import { useLocal } from './use-local.ts'
import type { CallPerson } from './use-people.ts'
import { useLivePublication } from './use-publication.ts'

/** Whether somebody's microphone is on; of oneself it is known before the SFU knows. */
export function useHeard({ participant, isLocal }: CallPerson): boolean {
  const { microphone } = useLocal()
  const published = useLivePublication(participant, Track.Source.Microphone) !== null
  return isLocal ? microphone : published
}
