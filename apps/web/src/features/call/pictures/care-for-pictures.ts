import type { Room } from 'livekit-client'
import type { Late } from '../model/late.ts'
import type { PictureLimitsStore } from '../model/picture-limits.ts'
import type { Sparing } from '../model/sparing.ts'
import { holdPictures } from './hold-pictures.ts'
import type { LoadWatch } from './load-watch.ts'
import { watchLoad } from './watch-load.ts'

/** What a call does about the size and number of its pictures once it runs. Returns how to stop. */
export function careForPictures(
  room: Room,
  limits: PictureLimitsStore,
  sparing: Sparing,
  load: Late<LoadWatch>,
): () => void {
  const letGo = holdPictures(room, limits, sparing)
  const stopWatching = watchLoad(room, limits, load.set)
  return () => {
    stopWatching()
    letGo()
  }
}
