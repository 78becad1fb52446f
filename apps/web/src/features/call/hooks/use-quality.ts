import { ConnectionQuality, type Participant, ParticipantEvent } from 'livekit-client'
import { useCallback, useSyncExternalStore } from 'react'
import { type Quality, qualityOf } from '../model/quality.ts'

/** How well somebody is connected, as the SFU measures it; null while it has not. */
export function useQuality(participant: Participant | null): Quality | null {
  const subscribe = useCallback(
    (changed: () => void) => {
      participant?.on(ParticipantEvent.ConnectionQualityChanged, changed)
      return () => void participant?.off(ParticipantEvent.ConnectionQualityChanged, changed)
    },
    [participant],
  )
  return useSyncExternalStore(subscribe, () => qualityOf(participant?.connectionQuality ?? ConnectionQuality.Unknown))
}
