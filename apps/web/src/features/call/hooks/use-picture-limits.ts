import { useSyncExternalStore } from 'react'
import type { PictureLimits } from '../model/picture-limits.ts'
import { useCall } from './call-context.ts'

/** What cameras are held to. */
export function usePictureLimits(): PictureLimits {
  const { limits } = useCall()
  return useSyncExternalStore(limits.subscribe, limits.getState)
}
