import { beforeEach, expect, test, vi } from 'vitest'
import { createListener, lookEveryMs, type Report } from './listener.ts'

const confirm = vi.fn<(heard: Report[]) => Promise<string[]>>()
const subscribeAnew = vi.fn()
const sound = new Map<string, number>()
let others: number
let atMs: number
let sends: Record<string, boolean>

beforeEach(() => {
  confirm.mockReset().mockResolvedValue(['paul', 'sonia'])
  subscribeAnew.mockReset()
  sound.clear()
  others = 2
  atMs = 0
  sends = { paul: true, sonia: true }
})

function listen() {
  const listener = createListener({
    measure: async (speaker) => ({ expected: true, played: sound.get(speaker) ?? 0 }),
    subscribeAnew,
    confirm,
    others: () => others,
    random: () => 0.5,
  })
  const wait = async (seconds: number) => {
    for (const until = atMs + seconds * 1000; atMs < until; atMs += lookEveryMs) {
      for (const [speaker, on] of Object.entries(sends)) if (on) sound.set(speaker, (sound.get(speaker) ?? 0) + 1)
      await listener.look(atMs)
    }
  }
  return { listener, wait }
}

test('asks at once, and confirms every half minute while all is well', async () => {
  const { wait } = listen()
  await wait(2)
  expect(confirm.mock.calls).toEqual([[[]]])
  await wait(5 * 60)
  expect(confirm).toHaveBeenCalledTimes(11)
  const well = ['paul', 'sonia'].map((identity) => ({ identity, state: 'heard' }))
  expect(confirm).toHaveBeenLastCalledWith(well)
  expect(subscribeAnew).not.toHaveBeenCalled()
})

test('who is not heard is subscribed to anew, reported, and lost in the end', async () => {
  const { listener, wait } = listen()
  await wait(10)
  sends = { paul: true, sonia: false }
  await wait(6)
  expect(subscribeAnew).toHaveBeenCalledExactlyOnceWith('sonia')
  expect(confirm).toHaveBeenCalledTimes(1)
  await wait(4)
  expect(confirm.mock.lastCall?.[0]).toContainEqual({ identity: 'sonia', state: 'unheard' })
  expect(listener.lost()).toEqual([])
  await wait(8)
  expect(confirm.mock.lastCall?.[0]).toContainEqual({ identity: 'sonia', state: 'lost' })
  expect(listener.lost()).toEqual(['sonia'])
  sends = { paul: true, sonia: true }
  await wait(8)
  expect(confirm.mock.lastCall?.[0]).toContainEqual({ identity: 'sonia', state: 'healed' })
  expect(listener.lost()).toEqual([])
  await wait(60)
  expect(confirm.mock.lastCall?.[0]).toContainEqual({ identity: 'sonia', state: 'heard' })
})

test('what could not be told is told again', async () => {
  const { wait } = listen()
  await wait(4)
  sends = {}
  confirm.mockRejectedValue(new Error('away'))
  await wait(20)
  confirm.mockResolvedValue(['paul', 'sonia'])
  await wait(6)
  expect(confirm.mock.lastCall?.[0]).toHaveLength(2)
  const count = confirm.mock.calls.length
  await wait(8)
  expect(confirm).toHaveBeenCalledTimes(count)
})

test('whoever came is listened to soon, not at once, and who is no longer named is let go', async () => {
  const { listener, wait } = listen()
  await wait(4)
  confirm.mockResolvedValue(['paul'])
  for (let n = 0; n < 50; n++) listener.askSoon(atMs)
  await wait(8)
  expect(confirm).toHaveBeenCalledTimes(1)
  await wait(4)
  expect(confirm).toHaveBeenCalledTimes(2)
  sends = {}
  await wait(30)
  expect(listener.lost()).toEqual(['paul'])
})

test('however large the call, it makes about three requests a second in all', async () => {
  others = 999
  const { listener, wait } = listen()
  await wait(2)
  for (let n = 0; n < 300; n++) {
    listener.askSoon(atMs)
    await wait(2)
  }
  expect(confirm).toHaveBeenCalledTimes(3)
})

test('a fault is said again every half minute in a call of any size', async () => {
  others = 999
  const { wait } = listen()
  sends = { paul: true, sonia: false }
  await wait(30)
  confirm.mockClear()
  await wait(120)
  expect(confirm).toHaveBeenCalledTimes(4)
})

test('at the very worst it asks every five seconds', async () => {
  const { wait } = listen()
  confirm.mockRejectedValue(new Error('away'))
  await wait(2)
  confirm.mockResolvedValue(['paul', 'sonia'])
  await wait(40)
  sends = {}
  confirm.mockReset().mockRejectedValue(new Error('away'))
  await wait(60)
  expect(confirm.mock.calls.length).toBeLessThanOrEqual(12)
})
