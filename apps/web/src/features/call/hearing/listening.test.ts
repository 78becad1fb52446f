import { expect, test } from 'vitest'
import { createListening } from './listening.ts'

const everyMs = 2000

/** Somebody who listens, with a clock of their own. */
function listen() {
  const listening = createListening()
  let atMs = 0
  let played = 0
  const take = (expected: boolean | null) => {
    atMs += everyMs
    return listening.take(atMs, { expected, played })
  }
  const sound = (seconds: number) => {
    for (let at = 0; at < seconds * 1000; at += everyMs) {
      played += 96_000
      take(true)
    }
  }
  /** Seconds of silence until the page subscribes anew, or is at the state; null: it never happens. */
  const quiet = (until: 'resubscribe' | 'unheard' | 'lost', seconds = 60) => {
    for (let at = 0; at < seconds * 1000; at += everyMs) {
      const resubscribe = take(true)
      if (until === 'resubscribe' ? resubscribe : listening.getState() === until) return (at + everyMs) / 1000
    }
    return null
  }
  const restart = () => {
    played = 0
  }
  return { listening, sound, quiet, take, restart, sleep: (ms: number) => void (atMs += ms) }
}

test('who is heard is confirmed, and left alone', () => {
  const { listening, sound } = listen()
  expect(listening.getState()).toBeNull()
  sound(60)
  expect(listening.getState()).toBe('heard')
})

test('silence is healed by subscribing anew, without a word to anybody', () => {
  const { listening, sound, quiet, restart } = listen()
  sound(4)
  expect(quiet('resubscribe')).toBe(4)
  restart()
  sound(4)
  expect(listening.getState()).toBe('heard')
})

test('then by publishing anew, and the speaker learns that it has helped', () => {
  const { listening, sound, quiet } = listen()
  sound(4)
  expect(quiet('unheard')).toBe(8)
  sound(2)
  expect(listening.getState()).toBe('healed')
  listening.settle()
  expect(listening.getState()).toBe('heard')
})

test('whoever stays silent is lost, and tried again now and then', () => {
  const { listening, sound, quiet } = listen()
  sound(4)
  expect(quiet('lost')).toBe(12)
  expect(quiet('resubscribe')).toBe(30)
  expect(listening.getState()).toBe('lost')
  sound(2)
  expect(listening.getState()).toBe('healed')
})

test('somebody whose sound never came at all is noticed too', () => {
  expect(listen().quiet('lost')).toBe(14)
})

test('whoever is muted owes nobody a sound, and begins anew', () => {
  const { listening, quiet, take } = listen()
  quiet('lost')
  take(false)
  expect(listening.getState()).toBeNull()
  expect(quiet('unheard')).toBe(10)
})

test('while nothing can be said, what is under way waits: a new publication has its time', () => {
  const { listening, sound, quiet, take } = listen()
  sound(4)
  quiet('unheard')
  for (let n = 0; n < 20; n++) take(null)
  expect(listening.getState()).toBe('unheard')
  expect(quiet('lost')).toBe(6)
})

test('a page that was asleep concludes nothing from what did not come', () => {
  const { sound, quiet, sleep } = listen()
  sound(4)
  sleep(60_000)
  expect(quiet('resubscribe')).toBe(6)
})
