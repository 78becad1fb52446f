import { useEffect, useState, useSyncExternalStore } from 'react'
import { createLocalMedia, type LocalMedia, type LocalMediaState } from './local-media.ts'

/** The page's camera and microphone before the call, open as long as `active`; closed when the page goes. */
export function useLocalMedia(active: boolean): { media: LocalMedia; state: LocalMediaState } {
  const [media] = useState(createLocalMedia)
  const state = useSyncExternalStore(media.subscribe, media.getState)
  useEffect(() => {
    if (!active) return
    media.start()
    return media.stop
  }, [media, active])
  return { media, state }
}
