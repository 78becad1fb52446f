import { type RefObject, useEffect, useState } from 'react'

const lookEveryMs = 200
const frozenAfterMs = 650
/** Beyond this the page was hidden or asleep. */
const lateAfterMs = 2000

/** Whether a video that did run shows no new frame: its sender's connection is gone, or ours. */
export function useFrozen(ref: RefObject<HTMLVideoElement | null>): boolean {
  const [frozen, setFrozen] = useState(false)
  useEffect(() => {
    let frames = 0
    let changedAtMs = performance.now()
    let lookedAtMs = changedAtMs
    const timer = setInterval(() => {
      const now = performance.now()
      const total = ref.current?.getVideoPlaybackQuality().totalVideoFrames ?? 0
      if (total !== frames || now - lookedAtMs > lateAfterMs) changedAtMs = now
      frames = total
      lookedAtMs = now
      setFrozen(total > 0 && now - changedAtMs > frozenAfterMs)
    }, lookEveryMs)
    return () => clearInterval(timer)
  }, [ref])
  return frozen
}
