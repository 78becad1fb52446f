import type { CallState } from '@visavis/contracts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sampleCallState } from '../../../test/samples.ts'
import { createSharedState } from './shared-state.ts'

const [claire, paul] = ['c0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000000']
const raised = (revision: number, ...identities: string[]): CallState =>
  sampleCallState({
    revision,
    hands: identities.map((identity) => ({ identity, raisedAt: '2026-01-01T10:00:00.000Z' })),
  })

const fetch = vi.fn<() => Promise<CallState>>()
const moveHand = vi.fn<(up: boolean) => Promise<CallState>>()
const create = () => createSharedState({ identity: paul, accessLevel: 'trusted', fetch, moveHand })
const queue = ({ getState }: ReturnType<typeof create>) => getState().hands.map(({ identity }) => identity)

beforeEach(() => {
  vi.useFakeTimers()
  fetch.mockReset().mockResolvedValue(raised(0))
  moveHand.mockReset()
})
afterEach(() => vi.useRealTimers())

test('the newest revision holds, however late an older one arrives', async () => {
  const shared = create()
  const heard = vi.fn()
  shared.subscribe(heard)
  await shared.refresh()
  shared.hear(raised(2, claire, paul))
  shared.hear(raised(1, claire))
  expect(queue(shared)).toEqual([claire, paul])
  expect(shared.getState().handUp).toBe(true)
  expect(heard).toHaveBeenCalledTimes(2)
})

test('it asks until it is answered, and no more once the call is over', async () => {
  fetch.mockRejectedValueOnce(new Error('away')).mockResolvedValueOnce(raised(3, claire)).mockRejectedValue(new Error())
  const shared = create()
  await shared.refresh()
  await vi.advanceTimersByTimeAsync(1000)
  expect(queue(shared)).toEqual([claire])
  await shared.refresh()
  shared.stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(fetch).toHaveBeenCalledTimes(3)
})

test('one’s own hand moves at once, and once at a time', async () => {
  const shared = create()
  const answer = Promise.withResolvers<CallState>()
  moveHand.mockReturnValue(answer.promise)
  const moving = shared.moveHand(true)
  void shared.moveHand(false)
  expect(shared.getState().handUp).toBe(true)
  answer.resolve(raised(1, paul))
  await moving
  expect(moveHand).toHaveBeenCalledExactlyOnceWith(true)
  expect(queue(shared)).toEqual([paul])
})

test('it is taken back where the API refuses', async () => {
  const shared = create()
  moveHand.mockRejectedValue(new Error('refused'))
  const moving = shared.moveHand(true)
  await expect(moving).rejects.toThrow('refused')
  expect(shared.getState().handUp).toBe(false)
})

test('where the state is too large to be told, it is asked for, once for all that happens in a moment', async () => {
  fetch.mockResolvedValue(raised(301, claire, paul))
  const shared = create()
  for (let revision = 1; revision <= 301; revision++) shared.hear({ revision })
  await vi.advanceTimersByTimeAsync(2000)
  expect(fetch).toHaveBeenCalledTimes(1)
  expect(queue(shared)).toEqual([claire, paul])
  shared.hear({ revision: 300 })
  await vi.advanceTimersByTimeAsync(2000)
  expect(fetch).toHaveBeenCalledTimes(1)
})

test('nothing is asked for any more once the call is over', async () => {
  const shared = create()
  shared.hear({ revision: 1 })
  shared.stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(fetch).not.toHaveBeenCalled()
})
