/** What had passed at one moment, and how many others should be heard or seen. */
export interface FlowSample {
  atMs: number
  traffic: { receivedBytes: number; sentVideoBytes: number } | null
  sendersExpected: number
}

export const sampleEveryMs = 250
const stalledAfterMs = 650
const steadyForMs = 1000
/** Of a connection that has not yet been steady: in a call's first moment things start and stop. */
const stalledAtFirstAfterMs = 1500
/** Samples with pictures that went out while nothing came in: one may be of what was sent just before a camera went off. */
const unansweredFrom = 2
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
  let flowed = false
  let unanswered = 0
  let stalled = false

  return (sample) => {
    const { atMs, traffic, sendersExpected } = sample
    const before = last
    last = sample
    const late = before === null || atMs - before.atMs > lateAfterMs
    if (traffic === null || !before?.traffic) stalled = flowed = false
    const grew = traffic !== null && traffic.receivedBytes !== (before?.traffic?.receivedBytes ?? 0)
    const sends = traffic !== null && traffic.sentVideoBytes > (before?.traffic?.sentVideoBytes ?? Infinity)
    const expected = sends || sendersExpected >= 2

    if (grew) {
      if (late || atMs - grewAtMs > stalledAfterMs) steadySinceMs = atMs
      grewAtMs = atMs
      flowed = true
      unanswered = 0
      stalled = false
    } else if (!stalled) {
      unanswered = late ? 0 : unanswered + Number(sends)
      // A browser that is not answered sends less and less, and then nothing.
      if (late || !(expected || unanswered >= unansweredFrom)) steadySinceMs = grewAtMs = atMs
      const patienceMs = grewAtMs - steadySinceMs >= steadyForMs ? stalledAfterMs : stalledAtFirstAfterMs
      stalled = flowed && atMs - grewAtMs >= patienceMs
    }
    return stalled
  }
}
