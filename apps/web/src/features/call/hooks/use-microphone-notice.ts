import { useSyncExternalStore } from 'react'
import type { MicrophoneNotice } from '../model/microphone-watch.ts'
import { useCall } from './call-context.ts'

/** What is wrong with how one is heard, if anything. */
export function useMicrophoneNotice(): MicrophoneNotice {
  const { microphone } = useCall()
  return useSyncExternalStore(microphone.subscribe, microphone.getState)
}
