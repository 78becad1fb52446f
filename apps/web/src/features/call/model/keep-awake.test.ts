import { beforeEach, expect, test, vi } from 'vitest'
import { keepAwake } from './keep-awake.ts'

class FakeLock {
  released = false
  async release() {
    this.released = true
  }
}

let locks: FakeLock[]
let visibility: DocumentVisibilityState
const request = vi.fn(async () => {
  const lock = new FakeLock()
  locks.push(lock)
  return lock
})
const held = () => locks.filter(({ released }) => !released).length

/** The browser takes its locks back from a page that is hidden. */
function look(state: DocumentVisibilityState) {
  visibility = state
  if (state === 'hidden') for (const lock of locks) lock.released = true
  document.dispatchEvent(new Event('visibilitychange'))
}

beforeEach(() => {
  locks = []
  visibility = 'visible'
  request.mockClear()
  vi.stubGlobal('navigator', { wakeLock: { request } })
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility)
})

test('the screen stays on while the page is seen, also after it was hidden, and not after the call', async () => {
  const stop = keepAwake()
  await vi.waitFor(() => expect(held()).toBe(1))
  look('hidden')
  expect(held()).toBe(0)
  look('visible')
  await vi.waitFor(() => expect(held()).toBe(1))
  look('visible')
  stop()
  await vi.waitFor(() => expect(held()).toBe(0))
  look('visible')
  expect(request).toHaveBeenCalledTimes(2)
})

test('a lock that comes after the call is let go', async () => {
  keepAwake()()
  await vi.waitFor(() => expect(locks).toHaveLength(1))
  await vi.waitFor(() => expect(held()).toBe(0))
})

test('a browser that refuses, or has no such thing, is left in peace', async () => {
  request.mockRejectedValueOnce(new DOMException('battery', 'NotAllowedError'))
  keepAwake()()
  vi.stubGlobal('navigator', {})
  keepAwake()()
  expect(held()).toBe(0)
})
