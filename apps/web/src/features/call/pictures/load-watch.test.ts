import { expect, test, vi } from 'vitest'
import { createLoadWatch, type LoadSample } from './load-watch.ts'

const everyMs = 2000
const idle = { encoderLimited: false, droppedShare: 0, blockedShare: 0, cameras: 9, sends: true }
const busy = { ...idle, encoderLimited: true }

function watchFrom(atMs = 0) {
  const watch = createLoadWatch()
  let now = atMs
  return {
    watch,
    step: () => watch.getState().step,
    /** Samples like this one for so many seconds. */
    pass(seconds: number, sample: Omit<LoadSample, 'atMs'>) {
      for (const end = now + seconds * 1000; now < end; ) watch.look({ atMs: (now += everyMs), ...sample })
    },
    sleep: (seconds: number) => void (now += seconds * 1000),
  }
}

test.each([
  ['the encoder is short of time', { encoderLimited: true }],
  ['a third of the pictures comes too late', { droppedShare: 0.33 }],
  ['the page answers nothing half of the time', { blockedShare: 0.5 }],
])('sheds once %s, for a while and not for a moment', (_, strain) => {
  const { step, pass } = watchFrom()
  pass(6, { ...idle, ...strain })
  pass(4, idle)
  expect(step()).toBe(0)
  pass(8, { ...idle, ...strain })
  expect(step()).toBe(1)
})

test('a few dropped pictures and a short standstill are nothing', () => {
  const { step, pass } = watchFrom()
  pass(60, { ...idle, droppedShare: 0.1, blockedShare: 0.2 })
  expect(step()).toBe(0)
})

test('goes step by step to the last, and gives each one time to help', () => {
  const { step, pass } = watchFrom()
  pass(8, busy)
  expect(step()).toBe(1)
  pass(8, busy)
  expect(step()).toBe(1)
  pass(2, busy)
  expect(step()).toBe(2)
  pass(10, busy)
  expect(step()).toBe(3)
  pass(10, busy)
  expect(step()).toBe(4)
  pass(120, busy)
  expect(step()).toBe(4)
})

test('passes over what would lighten nothing', () => {
  const alone = watchFrom()
  alone.pass(8, { ...busy, cameras: 0 })
  expect(alone.step()).toBe(3)
  const pair = watchFrom()
  pair.pass(18, { ...busy, cameras: 1 })
  expect(pair.step()).toBe(3)
  const watcher = watchFrom()
  watcher.pass(18, { ...busy, sends: false, cameras: 2 })
  expect(watcher.step()).toBe(4)
  const listener = watchFrom()
  listener.pass(60, { ...busy, sends: false, cameras: 0 })
  expect(listener.step()).toBe(0)
})

test('gives back step by step, each after half a minute of ease', () => {
  const { step, pass } = watchFrom()
  pass(28, busy)
  expect(step()).toBe(3)
  pass(30, idle)
  expect(step()).toBe(3)
  pass(6, idle)
  expect(step()).toBe(2)
  pass(30, idle)
  expect(step()).toBe(1)
  pass(30, idle)
  expect(step()).toBe(0)
})

test('one busy moment begins the wait anew', () => {
  const { step, pass } = watchFrom()
  pass(8, busy)
  pass(28, idle)
  pass(2, busy)
  pass(28, idle)
  expect(step()).toBe(1)
  pass(6, idle)
  expect(step()).toBe(0)
})

test('does not swing: what had to be taken again at once comes back twice as late, and after a good while as at first', () => {
  const { step, pass } = watchFrom()
  pass(8, busy)
  pass(36, idle)
  expect(step()).toBe(0)
  pass(8, busy)
  expect(step()).toBe(1)
  pass(50, idle)
  expect(step()).toBe(1)
  pass(20, idle)
  expect(step()).toBe(0)

  pass(120, idle)
  pass(8, busy)
  pass(36, idle)
  expect(step()).toBe(0)
})

test('a page that slept or was hidden proves nothing', () => {
  const { step, pass, sleep } = watchFrom()
  pass(6, busy)
  sleep(60)
  pass(6, busy)
  expect(step()).toBe(0)
  pass(2, busy)
  expect(step()).toBe(1)
  sleep(600)
  pass(28, idle)
  expect(step()).toBe(1)
})

test('who wants everything back gets it at once, and is left alone for five minutes', () => {
  const { watch, step, pass } = watchFrom()
  pass(28, busy)
  watch.undo()
  expect(watch.getState()).toEqual({ step: 0, told: false })
  pass(298, busy)
  expect(step()).toBe(0)
  pass(4, busy)
  expect(step()).toBe(1)
})

test('says each step once: what was read is not said again until more is shed', () => {
  const { watch, pass } = watchFrom()
  pass(8, busy)
  expect(watch.getState()).toEqual({ step: 1, told: true })
  watch.dismiss()
  expect(watch.getState()).toEqual({ step: 1, told: false })
  pass(10, busy)
  expect(watch.getState()).toEqual({ step: 2, told: true })
  watch.dismiss()
  pass(36, idle)
  expect(watch.getState()).toEqual({ step: 1, told: false })
})

test('tells who listens of every change, and of nothing else', () => {
  const { watch, pass } = watchFrom()
  const heard = vi.fn()
  const unsubscribe = watch.subscribe(heard)
  pass(30, idle)
  expect(heard).not.toHaveBeenCalled()
  pass(8, busy)
  expect(heard).toHaveBeenCalledOnce()
  unsubscribe()
  watch.undo()
  expect(heard).toHaveBeenCalledOnce()
})
