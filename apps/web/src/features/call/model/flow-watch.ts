/** What had passed at one moment, and how many others should be heard or seen. */
export interface FlowSample {
  atMs: number
  traffic: { receivedBytes: number; sentVideoBytes: number } | null
  sendersExpected: number
}

export const sampleEveryMs = 250
const stalledAfterMs = 650
const steadyForMs = 1000
/** Beyond this the page was hidden, frozen or asleep, not merely busy: bytes come in without its help. */
const lateAfterMs = 2000

/**
 * Notices that a connection has stopped carrying anything, well before ICE or the signalling connection do: the returned
 * function takes a sample and tells whether it stalls. Silence counts only where something must come: receipts for a
 * picture that we send, or media of two others at least, for a single one may have lost their own connection. A sample that
 * comes much too late proves nothing. Once stalled, only an arriving byte ends it.
 */
export function createFlowWatch(): (sample: FlowSample) => boolean {
  let last: FlowSample | null = null
  let grewAtMs = 0
  let steadySinceMs = 0
  let stalled = false

  return (sample) => {
    const { atMs, traffic, sendersExpected } = sample
    const before = last
    last = sample
    const late = before === null || atMs - before.atMs > lateAfterMs
    if (traffic === null || !before?.traffic) stalled = false
    const grew = traffic !== null && traffic.receivedBytes !== before?.traffic?.receivedBytes
    const sends = traffic !== null && traffic.sentVideoBytes > (before?.traffic?.sentVideoBytes ?? Infinity)
    const expected = sends || sendersExpected >= 2

    if (grew) {
      if (late || atMs - grewAtMs > stalledAfterMs) steadySinceMs = atMs
      grewAtMs = atMs
      stalled = false
    } else if (!stalled) {
      if (late || !expected) steadySinceMs = grewAtMs = atMs
      stalled = grewAtMs - steadySinceMs >= steadyForMs && atMs - grewAtMs >= stalledAfterMs
    }
    return stalled
  }
}
