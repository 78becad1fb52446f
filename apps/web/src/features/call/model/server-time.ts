/**
 * The server's clock to within what a message takes to come, by what the server says of the time; this machine's own may be
 * wrong by a day. The message that took least to come is the one that is furthest ahead; so is the first one after a sleep,
 * in which `performance.now` may stand still.
 */
export function createServerTime(elapsed: () => number = () => performance.now()) {
  let aheadMs = Number.NEGATIVE_INFINITY
  return {
    /** An instant that the server has just told. */
    note(instant: string) {
      aheadMs = Math.max(aheadMs, Date.parse(instant) - elapsed())
    },
    /** Milliseconds since 1970. */
    now: () => elapsed() + aheadMs,
  }
}
