import type { HearingState } from '@visavis/contracts'

/** One speaker at one moment. */
export interface SpeakerSample {
  /** Whether something must come: false while they are muted, null where nothing can be said. */
  expected: boolean | null
  /** How much of their sound has come out of the jitter buffer so far: in silence too, for DTX still sends now and then. */
  played: number
}

/** What has been done about a silence so far. */
type Stage = 'well' | 'resubscribed' | 'asked' | 'lost'
const nextStage = { well: 'resubscribed', resubscribed: 'asked', asked: 'lost', lost: 'lost' } as const
/** How long nothing may come before the next thing is done. DTX lets something come every 400 ms. */
const patienceMs: Record<Stage, number> = { well: 3500, resubscribed: 3500, asked: 3500, lost: 30_000 }
/** Beyond this the page was frozen or asleep: what did not come proves nothing. */
const lateAfterMs = 6000

export type Listening = ReturnType<typeof createListening>

/**
 * Listens to one speaker: when nothing comes that should, it subscribes anew, then has the speaker asked to publish anew,
 * then gives them up for lost, and tries again now and then.
 */
export function createListening() {
  let stage: Stage = 'well'
  let state: HearingState | null = null
  let last: { atMs: number; played: number } | null = null
  let quietSinceMs = 0

  return {
    /** What there is to tell of them; null: nothing yet. */
    getState: () => state,

    /** Takes a sample, and says whether to subscribe anew. */
    take(atMs: number, { expected, played }: SpeakerSample): boolean {
      if (expected !== true) {
        last = null
        // Whoever mutes forgets what they were told.
        if (expected === false) [stage, state] = ['well', null]
        return false
      }
      const before = last
      last = { atMs, played }
      if (before === null || atMs - before.atMs > lateAfterMs) {
        quietSinceMs = atMs
        return false
      }
      // A new subscription counts from nothing again.
      if (played > 0 && played !== before.played) {
        quietSinceMs = atMs
        stage = 'well'
        state = state === null || state === 'heard' ? 'heard' : 'healed'
        return false
      }
      if (atMs - quietSinceMs < patienceMs[stage]) return false
      stage = nextStage[stage]
      quietSinceMs = atMs
      if (stage === 'asked') state = 'unheard'
      if (stage === 'lost') state = 'lost'
      return stage === 'resubscribed' || stage === 'lost'
    },

    /** The speaker has been told that they are heard again. */
    settle() {
      if (state === 'healed') state = 'heard'
    },
  }
}
