import type { Sound } from '../../../platform/media/level-probe.ts'

/** What was heard at one moment. */
export interface SoundSample extends Sound {
  atMs: number
}

const deadAfterMs = 10_000
/** Beyond this the page was frozen or asleep: what happened meanwhile is not known. */
const lateAfterMs = 2000

/** Notices a microphone that gives nothing but zeros for 10 s: switched off at the headset, or the wrong one. */
export function createSilenceDetector(): (sample: SoundSample) => boolean {
  let zeroSinceMs: number | null = null
  let lastMs = 0
  return ({ atMs, zero }) => {
    if (!zero) zeroSinceMs = null
    else if (zeroSinceMs === null || atMs - lastMs > lateAfterMs) zeroSinceMs = atMs
    lastMs = atMs
    return zeroSinceMs !== null && atMs - zeroSinceMs >= deadAfterMs
  }
}

/** A level (about -41 dBFS) that speech at arm's length passes, and neither the room nor most keyboards do. */
const speechAt = 0.4
/** So much of it, the pauses between syllables allowed for: longer than a cough or a slammed door. */
const speechMs = 700
const pauseWeight = 1 / 3
const stepAtMostMs = 200
/** Who pauses for breath is still speaking; who has said nothing for longer has stopped. */
const holdMs = 8000

/** Notices that somebody speaks, and until they have been quiet for a while. */
export function createSpeechDetector(): (sample: SoundSample) => boolean {
  let lastMs: number | null = null
  let heardMs = 0
  let spokeAtMs = Number.NEGATIVE_INFINITY
  return ({ atMs, loudness }) => {
    const stepMs = lastMs === null ? 0 : Math.min(atMs - lastMs, stepAtMostMs)
    lastMs = atMs
    const loud = loudness >= speechAt
    heardMs = loud ? Math.min(heardMs + stepMs, speechMs) : Math.max(0, heardMs - stepMs * pauseWeight)
    if (loud && heardMs >= speechMs) spokeAtMs = atMs
    return atMs - spokeAtMs < holdMs
  }
}
