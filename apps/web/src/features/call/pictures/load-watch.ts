import { type Burden, loadSteps } from './load-steps.ts'

/** What the browser had to do since the sample before, and how it coped. */
export interface LoadSample extends Burden {
  atMs: number
  /** The encoder has made one's own picture smaller or slower for want of processor time. */
  encoderLimited: boolean
  /** Of the pictures that came in, the share that was dropped because it could not be shown in time; 0 to 1. */
  droppedShare: number
  /** The share of the time in which the page answered nothing; 0 to 1. */
  blockedShare: number
}

export interface LoadState {
  /** Index in `loadSteps`: 0 while nothing is shed. */
  readonly step: number
  /** Whether that is to be said: not again once it was read, until more is shed. */
  readonly told: boolean
}

export type LoadWatch = ReturnType<typeof createLoadWatch>

const droppedTooMany = 0.3
const blockedTooLong = 0.4

const busyForMs = 6000
/** What a step has brought shows in the samples after a while. */
const settlesInMs = 4000
const calmForMs = 30_000
const calmAtMostMs = 480_000
/** Busy again so soon after something was given back: the next try waits twice as long. */
const relapseWithinMs = 60_000
/** Whoever wants everything back is left alone for this long. */
const quietForMs = 300_000
/** A sample this late is one after sleep, or of a hidden page, and proves nothing. */
const lateAfterMs = 8000

const isBusy = (sample: LoadSample) =>
  sample.encoderLimited || sample.droppedShare > droppedTooMany || sample.blockedShare > blockedTooLong

/**
 * Sheds load step by step while the processor cannot keep up, and gives back step by step once it has been at ease for a
 * while; what had to be taken away again is given back ever more slowly.
 */
export function createLoadWatch() {
  const listeners = new Set<() => void>()
  let state: LoadState = { step: 0, told: false }
  let last: LoadSample | null = null
  /** Since when samples have been all busy, or all calm; beginning anew with each step. */
  let sinceMs = 0
  let wasBusy = false
  let waitMs = calmForMs
  let gaveBackAtMs = -Infinity
  let quietUntilMs = -Infinity

  function change(next: LoadState) {
    state = next
    for (const listener of listeners) listener()
  }
  function shed(sample: LoadSample) {
    const step = loadSteps.findIndex(({ helps }, index) => index > state.step && helps(sample))
    if (step < 0) return
    if (sample.atMs - gaveBackAtMs < relapseWithinMs) waitMs = Math.min(waitMs * 2, calmAtMostMs)
    sinceMs = sample.atMs + settlesInMs
    change({ step, told: true })
  }
  function giveBack(sample: LoadSample) {
    // What holds nobody back is passed over.
    const step = loadSteps.findLastIndex(({ helps }, index) => index < state.step && helps(sample))
    sinceMs = gaveBackAtMs = sample.atMs
    change({ step, told: step > 0 && state.told })
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    getState: () => state,

    /** Takes a sample; to be asked every few seconds. */
    look(sample: LoadSample) {
      const busy = isBusy(sample)
      const late = last === null || sample.atMs - last.atMs > lateAfterMs
      if (late) sinceMs = sample.atMs
      else if (busy !== wasBusy) sinceMs = Math.max(sinceMs, sample.atMs)
      last = sample
      wasBusy = busy
      if (!busy && state.step === 0 && sample.atMs - gaveBackAtMs > relapseWithinMs) waitMs = calmForMs
      const forMs = sample.atMs - sinceMs
      if (busy && forMs >= busyForMs && sample.atMs >= quietUntilMs) shed(sample)
      else if (!busy && forMs >= waitMs && state.step > 0) giveBack(sample)
    },

    /** Everything back at once, and nothing taken for a while, whatever the processor says. */
    undo() {
      quietUntilMs = (last?.atMs ?? 0) + quietForMs
      waitMs = calmForMs
      change({ step: 0, told: false })
    },

    /** It was read; what is shed stays shed. */
    dismiss: () => change({ ...state, told: false }),
  }
}
