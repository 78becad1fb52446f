import type { Room } from 'livekit-client'
import { expectsInbound, inboundBytes } from '../../../platform/livekit/inbound-bytes.ts'
import { createFlowWatch, sampleEveryMs } from './flow-watch.ts'

/** Watches a room's incoming bytes and tells when they stall and when they flow again. Returns how to stop. */
export function watchFlow(room: Room, onFlow: (stalled: boolean) => void): () => void {
  const stalls = createFlowWatch()
  let asking = false

  async function sample() {
    // A hidden page is shown nothing, so nothing need arrive; and one question at a time.
    if (asking) return
    asking = true
    const bytes = await inboundBytes(room).catch(() => null)
    asking = false
    const expected = document.visibilityState === 'visible' && expectsInbound(room)
    onFlow(stalls({ atMs: performance.now(), bytes, expected }))
  }

  const timer = setInterval(() => void sample(), sampleEveryMs)
  return () => clearInterval(timer)
}
