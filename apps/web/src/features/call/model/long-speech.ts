const enoughMs = 5000
const longestPauseMs = 2000

/**
 * Notices that somebody has had the floor: five seconds of speech, in which they took breath for two at most. The returned
 * function takes whether they speak at a moment and tells whether it was enough; after that it begins anew.
 */
export function createLongSpeech(): (speaking: boolean, atMs: number) => boolean {
  let spokenMs = 0
  let heardAtMs = Number.NEGATIVE_INFINITY
  let before: { speaking: boolean; atMs: number } | null = null

  return (speaking, atMs) => {
    if (before?.speaking) {
      spokenMs += atMs - before.atMs
      heardAtMs = atMs
    }
    if (atMs - heardAtMs > longestPauseMs) spokenMs = 0
    before = { speaking, atMs }
    if (spokenMs < enoughMs) return false
    spokenMs = 0
    return true
  }
}
