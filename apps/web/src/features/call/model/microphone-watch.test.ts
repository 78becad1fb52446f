import { beforeEach, expect, test, vi } from 'vitest'
import { createMicrophoneWatch, type MicrophoneNow } from './microphone-watch.ts'

/** As much of a track as the watch touches. */
class FakeTrack {
  enabled = true
  stopped = false
  readonly clones: FakeTrack[] = []
  clone() {
    const clone = new FakeTrack()
    clone.enabled = this.enabled
    this.clones.push(clone)
    return clone
  }
  stop() {
    this.stopped = true
  }
}

let microphone: FakeTrack
let muted: boolean
let loudness: number
let atMs: number
const probe = {
  listen: vi.fn(),
  read: () => ({ zero: loudness === 0, loudness }),
  stop: vi.fn(),
}
const now = (): MicrophoneNow => ({ track: microphone as unknown as MediaStreamTrack, muted })

beforeEach(() => {
  microphone = new FakeTrack()
  muted = false
  loudness = 0.02
  atMs = 0
  probe.listen.mockReset()
  probe.stop.mockReset()
})

function watchMicrophone() {
  const watch = createMicrophoneWatch({ now, createProbe: () => probe })
  const pass = (ms: number) => {
    for (const end = atMs + ms; atMs < end; atMs += 100) watch.look(atMs)
    return watch.getState()
  }
  return { watch, pass }
}
function mute(on: boolean) {
  muted = on
  microphone.enabled = !on
}

test('an open microphone that gives nothing is said, until it gives something', () => {
  const { pass } = watchMicrophone()
  expect(pass(15_000)).toBeNull()
  loudness = 0
  expect(pass(9000)).toBeNull()
  expect(pass(2000)).toBe('dead')
  loudness = 0.02
  expect(pass(100)).toBeNull()
  expect(microphone.clones).toEqual([])
})

test('speech into a muted microphone is heard on a clone, which is stopped with the mute', () => {
  const { pass } = watchMicrophone()
  pass(1000)
  mute(true)
  loudness = 0.7
  expect(pass(2000)).toBe('muted-speech')
  const [clone] = microphone.clones
  expect(clone).toMatchObject({ enabled: true, stopped: false })
  expect(probe.listen).toHaveBeenLastCalledWith(clone)
  expect(microphone.enabled).toBe(false)

  mute(false)
  expect(pass(2000)).toBeNull()
  expect(clone?.stopped).toBe(true)
  expect(probe.listen).toHaveBeenLastCalledWith(microphone)
})

test('a silent muted microphone and a loud open one are as they should be', () => {
  const { pass } = watchMicrophone()
  loudness = 0.7
  expect(pass(15_000)).toBeNull()
  mute(true)
  loudness = 0
  expect(pass(15_000)).toBeNull()
})

test('another device ends the clone of the one before', () => {
  const { pass } = watchMicrophone()
  mute(true)
  pass(500)
  const before = microphone
  microphone = new FakeTrack()
  pass(500)
  expect(before.clones.map(({ stopped }) => stopped)).toEqual([true])
  expect(microphone.clones.map(({ stopped }) => stopped)).toEqual([false])
})

test('leaving ends the clone and the listening', () => {
  const { watch, pass } = watchMicrophone()
  mute(true)
  pass(500)
  watch.stop()
  expect(microphone.clones.map(({ stopped }) => stopped)).toEqual([true])
  expect(probe.stop).toHaveBeenCalled()
})

test('what was dismissed is not said again before the microphone is switched', () => {
  const { watch, pass } = watchMicrophone()
  mute(true)
  loudness = 0.7
  expect(pass(2000)).toBe('muted-speech')
  watch.dismiss()
  expect(pass(20_000)).toBeNull()
  mute(false)
  pass(1000)
  mute(true)
  expect(pass(2000)).toBe('muted-speech')
})
