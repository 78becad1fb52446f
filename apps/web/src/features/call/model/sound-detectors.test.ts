import { describe, expect, test } from 'vitest'
import { createSilenceDetector, createSpeechDetector, type SoundSample } from './sound-detectors.ts'

const stepMs = 100
const voice = { zero: false, loudness: 0.7 }
const room = { zero: false, loudness: 0.02 }
const nothing = { zero: true, loudness: 0 }
type Heard = typeof voice

/** Lets a detector hear the same for a while; tells when it first said yes, in ms from the start, or null. */
function player(detect: (sample: SoundSample) => boolean) {
  let atMs = 0
  return (soundAt: (ms: number) => Heard, forMs: number): number | null => {
    const fromMs = atMs
    let firstMs: number | null = null
    for (; atMs < fromMs + forMs; atMs += stepMs) {
      if (detect({ atMs, ...soundAt(atMs - fromMs) })) firstMs ??= atMs - fromMs
    }
    return firstMs
  }
}

describe('digital silence', () => {
  test('is noticed after ten seconds, and over with the first sound', () => {
    const play = player(createSilenceDetector())
    expect(play(() => nothing, 12_000)).toBe(10_000)
    expect(play(() => room, stepMs)).toBeNull()
    expect(play(() => nothing, 9000)).toBeNull()
  })

  test('is not a quiet room, nor one with a gap', () => {
    const play = player(createSilenceDetector())
    expect(play(() => room, 30_000)).toBeNull()
    expect(play((ms) => (ms % 9000 === 0 ? room : nothing), 30_000)).toBeNull()
  })

  test('is not what the page slept through', () => {
    const detect = createSilenceDetector()
    expect(detect({ atMs: 0, ...nothing })).toBe(false)
    expect(detect({ atMs: 60_000, ...nothing })).toBe(false)
  })
})

describe('speech', () => {
  test('is noticed within two seconds, pauses between syllables or not', () => {
    expect(player(createSpeechDetector())(() => voice, 3000)).toBeLessThan(1000)
    const syllables = player(createSpeechDetector())
    expect(syllables((ms) => (ms % 400 < 200 ? voice : room), 4000)).toBeLessThan(3000)
  })

  test('lasts through a breath, and ends when nothing is said any more', () => {
    const play = player(createSpeechDetector())
    play(() => voice, 2000)
    expect(play(() => room, 5000)).toBe(0)
    play(() => room, 5000)
    expect(play(() => room, 1000)).toBeNull()
  })

  test('is not a quiet room, a cough, or a beep twice a second', () => {
    const play = player(createSpeechDetector())
    expect(play(() => room, 20_000)).toBeNull()
    expect(play((ms) => (ms < 400 ? voice : room), 5000)).toBeNull()
    expect(play((ms) => (ms % 500 === 0 ? voice : room), 60_000)).toBeNull()
  })
})
