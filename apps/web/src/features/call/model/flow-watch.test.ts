import { expect, test } from 'vitest'
import { createFlowWatch, sampleEveryMs } from './flow-watch.ts'

/** A connection sampled at the right pace; each call of `run` goes on where the one before ended. */
function connection() {
  const watch = createFlowWatch()
  let atMs = 0
  let sentVideoBytes = 0
  return {
    run(received: (number | null)[], { sendsVideo = false, senders = 0 } = {}) {
      return received.map((receivedBytes) => {
        atMs += sampleEveryMs
        if (sendsVideo) sentVideoBytes += 1000
        const traffic = receivedBytes === null ? null : { receivedBytes, sentVideoBytes }
        return watch({ atMs, traffic, sendersExpected: senders })
      })
    },
    sleep(ms: number) {
      atMs += ms
    },
  }
}

const steady = [1, 2, 3, 4, 5, 6, 7]

test.each([
  ['one’s own picture is not acknowledged', { sendsVideo: true }],
  ['two others fall silent at once', { senders: 2 }],
])('%s: noticed within a second, and so is the return', (_, options) => {
  const { run } = connection()
  expect(run(steady, options)).not.toContain(true)
  expect(run([7, 7, 7, 7], options)).toEqual([false, false, true, true])
  expect(run([8, 9], options)).toEqual([false, false])
})

test('a stall lasts until something arrives, though one stops sending into the void', () => {
  const { run } = connection()
  run(steady, { sendsVideo: true })
  run([7, 7, 7], { sendsVideo: true })
  expect(run([7, 7, 7, 7, 7, 7])).not.toContain(false)
  expect(run([8])).toEqual([false])
})

test('one that stops in its first second is given more time, and not for ever', () => {
  const { run } = connection()
  expect(run([1, 2, 2, 2, 2, 2, 2, 2], { sendsVideo: true })).toEqual([...Array(7).fill(false), true])
  expect(run([2, 3], { sendsVideo: true })).toEqual([true, false])
})

test('one whose first pictures are not answered is waited for, though it soon sends no more', () => {
  const { run } = connection()
  run([1, 2, 2, 2], { sendsVideo: true })
  expect(run([2, 2, 2, 2])).toEqual([false, false, false, true])
})

test('a camera that goes off in its first second is no stall', () => {
  const { run } = connection()
  run([1, 2, 2], { sendsVideo: true })
  expect(run([2, 2, 2, 2, 2, 2, 2, 2, 2])).not.toContain(true)
})

test('a single other who falls silent may have lost their own connection', () => {
  const { run } = connection()
  run(steady, { senders: 1 })
  expect(run([7, 7, 7, 7, 7, 7, 7, 7], { senders: 1 })).not.toContain(true)
})

test('quiet voices, a packet every 400 ms, are no stall', () => {
  const { run } = connection()
  expect(run([1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8], { senders: 2 })).not.toContain(true)
})

test('everybody mutes: silence is right', () => {
  const { run } = connection()
  run(steady, { senders: 3 })
  expect(run([7, 7, 7, 7, 7])).not.toContain(true)
})

test('a connection that never flowed is not called stalled', () => {
  const { run } = connection()
  expect(run([null, null, 0, 0, 0, 0, 0, 0, 0], { sendsVideo: true })).not.toContain(true)
})

test('throttled timers of a hidden tab prove nothing', () => {
  const { run, sleep } = connection()
  run(steady, { sendsVideo: true })
  sleep(5000)
  expect(run([7, 7], { sendsVideo: true })).toEqual([false, false])
})

test('a new connection begins anew', () => {
  const { run } = connection()
  run(steady, { sendsVideo: true })
  expect(run([7, 7, 7, null], { sendsVideo: true })).toEqual([false, false, true, false])
})
