import type { Room } from 'livekit-client'
import { sendersExpected, trafficOf } from '../../../platform/livekit/traffic.ts'
import { createFlowWatch, sampleEveryMs } from './flow-watch.ts'

/** Watches a room's incoming bytes and tells when they stall and when they flow again. Returns how to stop. */
export function watchFlow(room: Room, onFlow: (stalled: boolean) => void): () => void {
  const stalls = createFlowWatch()
  let asking = false

  async function sample() {
    // One question at a time; and a hidden page is shown nothing, so nothing need arrive.
    if (asking || document.visibilityState === 'hidden') return
    asking = true
    const traffic = await trafficOf(room).catch(() => null)
    asking = false
    onFlow(stalls({ atMs: performance.now(), traffic, sendersExpected: sendersExpected(room) }))
  }

  // At once, not when the page is at rest: only who has seen bytes flow for a second can tell that they stopped.
  const timer = setInterval(() => void sample(), sampleEveryMs)
  return () => clearInterval(timer)
}
