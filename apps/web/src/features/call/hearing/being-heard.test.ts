import { beforeEach, expect, test, vi } from 'vitest'
import { createBeingHeard } from './being-heard.ts'

const publishAnew = vi.fn()
let on: boolean
const beingHeard = () => createBeingHeard({ isOn: () => on, publishAnew })
beforeEach(() => {
  on = true
  publishAnew.mockReset()
})

test('one publishes anew once for all who ask, and for the same one only much later', () => {
  const speaker = beingHeard()
  const ask = (atMs: number, by: string) => speaker.take(atMs, { by, state: 'unheard', of: 5 })
  for (const by of ['paul', 'sonia']) ask(1000, by)
  expect(publishAnew).toHaveBeenCalledTimes(1)
  for (let atMs = 32_000; atMs < 300_000; atMs += 10_000) ask(atMs, 'paul')
  expect(publishAnew).toHaveBeenCalledTimes(1)
  ask(300_000, 'sonia')
  expect(publishAnew).toHaveBeenCalledTimes(2)
  ask(331_000, 'paul')
  expect(publishAnew).toHaveBeenCalledTimes(3)
})

const all = { unheardBy: [], byNobody: false }

test('one knows who hears nothing, that it is nobody, and that they hear again', () => {
  const speaker = beingHeard()
  speaker.take(0, { by: 'paul', state: 'lost', of: 2 })
  expect(speaker.news(0)).toEqual({ unheardBy: ['paul'], byNobody: false })
  speaker.take(0, { by: 'sonia', state: 'lost', of: 2 })
  expect(speaker.news(0)).toEqual({ unheardBy: ['paul', 'sonia'], byNobody: true })
  speaker.take(0, { by: 'paul', state: 'healed', of: 2 })
  speaker.forget('sonia')
  expect(speaker.news(0)).toEqual(all)
})

test('whoever says no more that they hear nothing is not believed for ever', () => {
  const speaker = beingHeard()
  speaker.take(0, { by: 'paul', state: 'lost', of: 1 })
  expect(speaker.news(89_000)).toEqual({ unheardBy: ['paul'], byNobody: true })
  expect(speaker.news(90_000)).toEqual(all)
})

test('a muted microphone is not published anew, and nobody misses it', () => {
  const speaker = beingHeard()
  speaker.take(0, { by: 'paul', state: 'lost', of: 1 })
  on = false
  speaker.forget()
  for (const state of ['unheard', 'lost'] as const) speaker.take(0, { by: 'paul', state, of: 1 })
  expect(publishAnew).not.toHaveBeenCalled()
  expect(speaker.news(0)).toEqual(all)
})
