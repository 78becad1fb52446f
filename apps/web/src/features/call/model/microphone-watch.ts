import type { LevelProbe } from '../../../platform/media/level-probe.ts'
import { createSilenceDetector, createSpeechDetector } from './sound-detectors.ts'

/** What is wrong with how one is heard: the open microphone gives nothing, or one speaks into a muted one. */
export type MicrophoneNotice = 'dead' | 'muted-speech' | null

/** The microphone as it is now; `track` is null where there is none, or a muted one is about to be another. */
export interface MicrophoneNow {
  track: MediaStreamTrack | null
  muted: boolean
}

export interface MicrophoneWatchDeps {
  now: () => MicrophoneNow
  createProbe: () => LevelProbe
}

export type MicrophoneWatch = ReturnType<typeof createMicrophoneWatch>

/**
 * Listens to one's own microphone, on or off. A muted one gives the page only zeros, so a clone of it is opened, and
 * stopped as soon as it is unmuted, replaced or left. `look` is to be called about ten times a second.
 */
export function createMicrophoneWatch({ now, createProbe }: MicrophoneWatchDeps) {
  let heard: MicrophoneNow = { track: null, muted: false }
  let clone: MediaStreamTrack | null = null
  let probe: LevelProbe | null = null
  let isDead = createSilenceDetector()
  let isSpeech = createSpeechDetector()
  let dismissed: MicrophoneNotice = null
  let notice: MicrophoneNotice = null
  const listeners = new Set<() => void>()

  function tell(next: MicrophoneNotice) {
    if (next === notice) return
    notice = next
    for (const listener of listeners) listener()
  }

  function listenTo(next: MicrophoneNow) {
    clone?.stop()
    clone = next.muted && next.track ? next.track.clone() : null
    if (clone) clone.enabled = true
    probe ??= createProbe()
    probe.listen(clone ?? next.track)
    heard = next
    isDead = createSilenceDetector()
    isSpeech = createSpeechDetector()
    dismissed = null
    tell(null)
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    getState: () => notice,

    look(atMs: number) {
      const next = now()
      if (next.track !== heard.track || next.muted !== heard.muted) listenTo(next)
      const sound = probe?.read()
      if (!sound) return
      const sample = { atMs, ...sound }
      const found = heard.muted ? isSpeech(sample) && 'muted-speech' : isDead(sample) && 'dead'
      tell(found && found !== dismissed ? found : null)
    },

    /** Says no more of it until the microphone is switched or changed. */
    dismiss() {
      dismissed = notice
      tell(null)
    },

    stop() {
      clone?.stop()
      probe?.stop()
    },
  }
}
