/** What came in so far at one moment, and whether something should be coming in all the time. */
export interface FlowSample {
  atMs: number
  bytes: number | null
  expected: boolean
}

export const sampleEveryMs = 250
const stalledAfterMs = 650
const steadyForMs = 1000

/**
 * Notices that a steady stream of bytes has stopped, well before ICE or the signalling connection do: the returned
 * function takes a sample and tells whether it stalls. A sample that comes late (throttled timers, a sleeping machine)
 * proves nothing.
 */
export function createFlowWatch(): (sample: FlowSample) => boolean {
  let last: FlowSample | null = null
  let grewAtMs = 0
  let steadySinceMs = 0
  let stalled = false

  return (sample) => {
    const { atMs, bytes, expected } = sample
    const late = last === null || atMs - last.atMs > 2 * sampleEveryMs
    const grew = bytes !== null && bytes !== (last?.bytes ?? null)
    if (late || bytes === null || !expected) {
      stalled = false
      steadySinceMs = atMs
      grewAtMs = atMs
    } else if (grew) {
      if (atMs - grewAtMs > stalledAfterMs) steadySinceMs = atMs
      grewAtMs = atMs
      stalled = false
    } else if (grewAtMs - steadySinceMs >= steadyForMs && atMs - grewAtMs >= stalledAfterMs) stalled = true
    last = sample
    return stalled
  }
}
