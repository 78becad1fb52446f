import { settings } from '../settings.ts'

/** Short sounds made here, so that no file is fetched and none is missing when it counts. */
const melodies = {
  /** Somebody asks to come in. */
  knock: [660, 880],
  /** A host lets you in: calls back from another tab. */
  welcome: [523, 659, 784],
  /** Somebody came into the call. */
  came: [587, 784],
  /** Somebody left it. */
  left: [587, 440],
  /** The time of a timer, or of an item of the agenda, is up. */
  timeUp: [784, 523, 523],
} as const

export type Chime = keyof typeof melodies

const noteSeconds = 0.14
let context: AudioContext | undefined

/** Call it in a click: browsers let only those who were touched make a sound later. */
export function allowChimes(): void {
  try {
    context ??= new AudioContext()
    void context.resume().catch(() => undefined)
  } catch {
    // No audio output at all: everything that a chime says is also said on screen.
  }
}

/** Plays a chime, or nothing where the visitor or the browser does not want it. */
export function playChime(chime: Chime): void {
  if (!settings.get().notifications.sounds) return
  allowChimes()
  if (context?.state !== 'running') return
  for (const [index, frequency] of melodies[chime].entries()) ring(context, frequency, index * noteSeconds)
}

function ring(audio: AudioContext, frequency: number, afterSeconds: number) {
  const at = audio.currentTime + afterSeconds
  const gain = audio.createGain()
  const tone = audio.createOscillator()
  tone.frequency.value = frequency
  gain.gain.setValueAtTime(0, at)
  gain.gain.linearRampToValueAtTime(0.16, at + 0.015)
  gain.gain.exponentialRampToValueAtTime(0.001, at + 0.45)
  tone.connect(gain).connect(audio.destination)
  tone.start(at)
  tone.stop(at + 0.5)
}
