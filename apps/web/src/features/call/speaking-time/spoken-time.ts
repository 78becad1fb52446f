/** Adds up how long somebody speaks, by a clock in milliseconds that runs on whatever the time of day. */
export function createSpokenTime() {
  let totalMs = 0
  let since: number | null = null
  return {
    /** Told as often as one likes. */
    set(isSpeaking: boolean, nowMs: number) {
      if (since !== null) totalMs += nowMs - since
      since = isSpeaking ? nowMs : null
    },
    total: () => Math.round(totalMs),
  }
}
