import { expect, test, vi } from 'vitest'
import { createPushToTalk } from './push-to-talk.ts'

/** A microphone that takes its time, as a browser does, and does nothing else meanwhile. */
function slowMicrophone(on = false, refuses = false) {
  const mic = { on, busy: [] as (() => void)[] }
  const set = vi.fn((wanted: boolean) => {
    const { promise, resolve } = Promise.withResolvers<void>()
    mic.busy.push(() => {
      if (!refuses) mic.on = wanted
      resolve()
    })
    return promise
  })
  async function finish() {
    mic.busy.shift()?.()
    await new Promise((resolve) => setTimeout(resolve))
  }
  return { mic, set, finish, talk: createPushToTalk({ isOn: () => mic.on, set }) }
}

test('the microphone is open for as long as the key is held', async () => {
  const { mic, finish, talk } = slowMicrophone()
  talk.press()
  await finish()
  expect(mic.on).toBe(true)
  talk.release()
  await finish()
  expect(mic.on).toBe(false)
})

test('a key let go before the microphone is open closes it as soon as it is', async () => {
  const { mic, set, finish, talk } = slowMicrophone()
  talk.press()
  talk.release()
  await finish()
  await finish()
  expect(mic.on).toBe(false)
  expect(set.mock.calls).toEqual([[true], [false]])
})

test('a key pressed again while it closes opens it again', async () => {
  const { mic, finish, talk } = slowMicrophone()
  talk.press()
  await finish()
  talk.release()
  talk.press()
  await finish()
  await finish()
  expect(mic.on).toBe(true)
})

test('who is heard anyway stays so', () => {
  const { mic, set, talk } = slowMicrophone(true)
  talk.press()
  talk.release()
  expect(set).not.toHaveBeenCalled()
  expect(mic.on).toBe(true)
})

test('what was switched off by hand while the key was held is left alone', async () => {
  const { mic, set, finish, talk } = slowMicrophone()
  talk.press()
  await finish()
  mic.on = false
  talk.release()
  expect(set).toHaveBeenCalledOnce()
})

test('a microphone that will not open is asked once', async () => {
  const { set, finish, talk } = slowMicrophone(false, true)
  talk.press()
  await finish()
  talk.release()
  expect(set).toHaveBeenCalledOnce()
})
