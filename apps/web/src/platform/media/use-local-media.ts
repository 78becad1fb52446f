import { useEffect, useSyncExternalStore } from 'react'
import type { LocalMedia, LocalMediaState } from './local-media.ts'

/** Keeps camera and microphone open as long as `active`; closed when the page goes. */
export function useLocalMedia(media: LocalMedia, active: boolean): LocalMediaState {
  useEffect(() => {
    if (!active) return
    media.start()
    return media.stop
  }, [media, active])
  return useSyncExternalStore(media.subscribe, media.getState)
}
