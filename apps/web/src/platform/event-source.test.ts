import { entryEvents, hostEvents } from '@visavis/contracts'
import { beforeEach, expect, test, vi } from 'vitest'
import { openEventStream } from './event-source.ts'

/** A stream that the test opens, breaks and speaks through. */
class FakeSource extends EventTarget {
  static readonly OPEN = 1
  static all: FakeSource[] = []
  static get last(): FakeSource {
    const source = FakeSource.all.at(-1)
    if (!source) throw new Error('nothing is connected')
    return source
  }
  readonly url: string
  readyState = 0
  onopen: (() => void) | null = null
  onerror: (() => void) | null = null

  constructor(url: string) {
    super()
    this.url = url
    FakeSource.all.push(this)
  }
  open() {
    this.readyState = 1
    this.onopen?.()
  }
  say(name: string, payload: unknown) {
    this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(payload) }))
  }
  close() {
    this.readyState = 2
  }
}

const setVisibility = (state: DocumentVisibilityState) => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state)
  document.dispatchEvent(new Event('visibilitychange'))
}

beforeEach(() => {
  FakeSource.all = []
  vi.stubGlobal('EventSource', FakeSource)
  vi.useFakeTimers()
  vi.spyOn(Math, 'random').mockReturnValue(0.5)
  return () => vi.useRealTimers()
})

test('events reach their listener, parsed', () => {
  const lobby = vi.fn()
  const close = openEventStream(entryEvents, { params: { slug: 'abc-defg-hij' }, on: { lobby } })
  expect(FakeSource.last.url).toBe('/api/v1/rooms/abc-defg-hij/lobby/entry/events')
  FakeSource.last.say('lobby', { waiting: [] })
  expect(lobby).toHaveBeenCalledWith({ waiting: [] })
  close()
})

test('after a break it connects again, with growing pauses that end once it is open', () => {
  const onState = vi.fn()
  const close = openEventStream(hostEvents, { on: {}, onState })
  for (const pauseMs of [500, 1000, 2000]) {
    const connections = FakeSource.all.length
    FakeSource.last.onerror?.()
    vi.advanceTimersByTime(pauseMs - 1)
    expect(FakeSource.all).toHaveLength(connections)
    vi.advanceTimersByTime(1)
    expect(FakeSource.all).toHaveLength(connections + 1)
  }
  FakeSource.last.open()
  FakeSource.last.onerror?.()
  vi.advanceTimersByTime(500)
  expect(FakeSource.all).toHaveLength(5)
  expect(onState.mock.calls.flat()).toContain('interrupted')
  close()
})

test('the network coming back does not wait for the pause, and an open stream is left alone', () => {
  const close = openEventStream(hostEvents, { on: {} })
  FakeSource.last.onerror?.()
  window.dispatchEvent(new Event('online'))
  expect(FakeSource.all).toHaveLength(2)
  FakeSource.last.open()
  window.dispatchEvent(new Event('online'))
  expect(FakeSource.all).toHaveLength(2)
  close()
})

test('a page that may rest does so while hidden; one that rings goes on', () => {
  const resting = openEventStream(hostEvents, { on: {}, pauseWhenHidden: true })
  const quiet = FakeSource.last
  quiet.open()
  const ringing = openEventStream(hostEvents, { on: {} })
  const loud = FakeSource.last
  loud.open()
  setVisibility('hidden')
  expect([quiet.readyState, loud.readyState]).toEqual([2, 1])
  setVisibility('visible')
  expect(FakeSource.all).toHaveLength(3)
  resting()
  ringing()
})

test('once closed it stays closed', () => {
  const close = openEventStream(hostEvents, { on: {} })
  FakeSource.last.onerror?.()
  close()
  vi.advanceTimersByTime(60_000)
  window.dispatchEvent(new Event('online'))
  expect(FakeSource.all).toHaveLength(1)
})
