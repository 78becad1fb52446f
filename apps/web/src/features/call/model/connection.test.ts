import type { Admitted, JoinOutcome } from '@visavis/contracts'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createConnection } from './connection.ts'

const admitted = (token: string): Admitted => ({
  outcome: 'admitted',
  token,
  signalUrl: 'wss://visavis.example',
  callId: 'c0000000-0000-4000-8000-000000000000',
  identity: 'a0000000-0000-4000-8000-000000000000',
  resumeSecret: `secret of ${token}, long enough`,
  displayName: 'Claire Lemoine',
  role: 'owner',
  entersMuted: false,
  room: { slug: 'abc-defg-hij', name: 'Point hebdo', accessLevel: 'trusted' },
  arrivesMuted: false,
  breakout: null,
})

const connect = vi.fn<(admitted: Admitted) => Promise<void>>()
const rejoin = vi.fn<(resume: { identity: string; secret: string }) => Promise<JoinOutcome>>()
const disconnect = vi.fn()
const goOn = vi.fn()
const retryAfterMs = vi.fn<(error: unknown) => number | null>()

beforeEach(() => {
  vi.useFakeTimers()
  connect.mockReset().mockResolvedValue()
  rejoin.mockReset().mockResolvedValue(admitted('second'))
  disconnect.mockReset()
  goOn.mockReset().mockResolvedValue(undefined)
  retryAfterMs.mockReset().mockReturnValue(null)
})
afterEach(() => vi.useRealTimers())

async function connected() {
  const connection = createConnection(admitted('first'), { connect, disconnect, rejoin, goOn, retryAfterMs })
  await connection.start()
  expect(connection.getState().phase).toBe('connected')
  return connection
}

test('connects with the first token and tells those who listen', async () => {
  const connection = createConnection(admitted('first'), { connect, disconnect, rejoin, goOn, retryAfterMs })
  const heard = vi.fn()
  connection.subscribe(heard)
  expect(connection.getState().phase).toBe('connecting')
  await connection.start()
  expect(connect).toHaveBeenCalledWith(admitted('first'))
  expect(heard).toHaveBeenCalled()
})

describe('what livekit-client restores by itself', () => {
  test('shows and ends', async () => {
    const connection = await connected()
    connection.onReconnecting()
    expect(connection.getState().phase).toBe('reconnecting')
    connection.onReconnected()
    expect(connection.getState().phase).toBe('connected')
    expect(rejoin).not.toHaveBeenCalled()
  })

  test('a stall shows before the client has noticed, and passes', async () => {
    const connection = await connected()
    connection.onFlow(true)
    expect(connection.getState().phase).toBe('stalled')
    connection.onFlow(false)
    expect(connection.getState().phase).toBe('connected')
  })

  test('bytes that trickle in do not hide that the client is reconnecting', async () => {
    const connection = await connected()
    connection.onReconnecting()
    connection.onFlow(false)
    expect(connection.getState().phase).toBe('reconnecting')
  })
})

describe('beyond its patience', () => {
  test('comes back with the secret and identity, then with the new ones', async () => {
    const connection = await connected()
    connection.onDisconnected('lost')
    await vi.runAllTimersAsync()
    expect(rejoin).toHaveBeenCalledWith({ identity: admitted('').identity, secret: admitted('first').resumeSecret })
    expect(connect).toHaveBeenLastCalledWith(admitted('second'))
    expect(connection.getState().phase).toBe('connected')
    connection.onDisconnected('lost')
    await vi.runAllTimersAsync()
    expect(rejoin).toHaveBeenLastCalledWith(expect.objectContaining({ secret: admitted('second').resumeSecret }))
  })

  test('never gives up, and never waits longer than ten seconds', async () => {
    rejoin.mockRejectedValue(new Error('offline'))
    const connection = await connected()
    connection.onDisconnected('lost')
    await vi.advanceTimersByTimeAsync(10 * 60_000)
    const { calls } = rejoin.mock
    expect(calls.length).toBeGreaterThan(60)
    rejoin.mockResolvedValue(admitted('second'))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(connection.getState().phase).toBe('connected')
  })

  test('the network is back: tries at once instead of waiting', async () => {
    rejoin.mockRejectedValue(new Error('offline'))
    const connection = await connected()
    connection.onDisconnected('lost')
    await vi.advanceTimersByTimeAsync(60_000)
    rejoin.mockResolvedValue(admitted('second'))
    connection.retryNow()
    await vi.advanceTimersByTimeAsync(0)
    expect(connection.getState().phase).toBe('connected')
  })

  test('waits as long as the API asks', async () => {
    rejoin.mockRejectedValueOnce(new Error('busy'))
    retryAfterMs.mockReturnValue(30_000)
    const connection = await connected()
    connection.onDisconnected('lost')
    await vi.advanceTimersByTimeAsync(29_000)
    expect(rejoin).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(1500)
    expect(rejoin).toHaveBeenCalledTimes(2)
  })

  test('a first connection that fails is tried again, and only once at a time', async () => {
    connect.mockRejectedValueOnce(new Error('no media'))
    const connection = createConnection(admitted('first'), { connect, disconnect, rejoin, goOn, retryAfterMs })
    const started = connection.start()
    connection.onDisconnected('lost')
    await started
    expect(connection.getState()).toMatchObject({ phase: 'rejoining', failures: 1 })
    await vi.runAllTimersAsync()
    expect(rejoin).toHaveBeenCalledTimes(1)
    expect(connection.getState().phase).toBe('connected')
  })
})

describe('in a breakout', () => {
  const breakout = { id: 'b0000000-0000-4000-8000-000000000000', name: 'Salle 1' }
  async function away() {
    const first = { ...admitted('first'), breakout }
    const connection = createConnection(first, { connect, disconnect, rejoin, goOn, retryAfterMs })
    await connection.start()
    return connection
  }

  test.each(['removed', 'ended', 'lost'] as const)('%s may be the way back: the API is asked', async (cause) => {
    const connection = await away()
    connection.onDisconnected(cause)
    await vi.advanceTimersByTimeAsync(0)
    expect(rejoin).toHaveBeenCalledTimes(1)
    // The main call: this connection’s place is not one’s own any more.
    expect(goOn).toHaveBeenCalledWith(admitted('second'))
    expect(connect).toHaveBeenCalledTimes(1)
  })

  test('what cannot go on elsewhere now is tried again', async () => {
    goOn.mockRejectedValueOnce(new Error('no code'))
    const connection = await away()
    connection.onDisconnected('ended')
    await vi.advanceTimersByTimeAsync(0)
    expect(connection.getState()).toMatchObject({ phase: 'rejoining', failures: 1 })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(goOn).toHaveBeenCalledTimes(2)
  })

  test('one comes back to the same place with the same connection', async () => {
    rejoin.mockResolvedValue({ ...admitted('second'), breakout })
    const connection = await away()
    connection.onDisconnected('lost')
    await vi.advanceTimersByTimeAsync(0)
    expect(goOn).not.toHaveBeenCalled()
    expect(connection.getState().phase).toBe('connected')
  })

  test('who was removed from the call, or whose call is over, is told so', async () => {
    rejoin.mockResolvedValue({ outcome: 'denied', reason: 'removed' })
    const connection = await away()
    connection.onDisconnected('removed')
    await vi.advanceTimersByTimeAsync(0)
    expect(connection.getState()).toEqual({ phase: 'over', end: 'removed' })
  })
})

test('a connection that gives way to another one does not come back', async () => {
  const connection = await connected()
  connection.moved()
  connection.onDisconnected('lost')
  await vi.runAllTimersAsync()
  expect(connection.getState()).toEqual({ phase: 'over', end: 'moved' })
  expect(rejoin).not.toHaveBeenCalled()
})

describe('the end', () => {
  test.each(['removed', 'ended', 'elsewhere'] as const)('%s is final', async (cause) => {
    const connection = await connected()
    connection.onDisconnected(cause)
    connection.onDisconnected('lost')
    await vi.runAllTimersAsync()
    expect(connection.getState()).toEqual({ phase: 'over', end: cause })
    expect(rejoin).not.toHaveBeenCalled()
  })

  test.each([
    [{ outcome: 'denied', reason: 'removed' }, 'removed'],
    [{ outcome: 'denied', reason: 'refused' }, 'refused'],
    [{ outcome: 'closed', reason: 'ended' }, 'ended'],
    [{ outcome: 'closed', reason: 'unavailable' }, 'unavailable'],
    [{ outcome: 'waiting', entryId: 'b0000000-0000-4000-8000-000000000000' }, 'waiting'],
  ] as const)('a rejoin answered with %o', async (outcome, end) => {
    rejoin.mockResolvedValue(outcome)
    const connection = await connected()
    connection.onDisconnected('lost')
    await vi.runAllTimersAsync()
    expect(connection.getState()).toEqual({ phase: 'over', end })
  })

  test('whoever leaves while connecting does not stay connected', async () => {
    const opened = Promise.withResolvers<void>()
    connect.mockReturnValue(opened.promise)
    const connection = createConnection(admitted('first'), { connect, disconnect, rejoin, goOn, retryAfterMs })
    const started = connection.start()
    connection.leave()
    disconnect.mockClear()
    opened.resolve()
    await started
    expect(disconnect).toHaveBeenCalledTimes(1)
    expect(connection.getState()).toEqual({ phase: 'over', end: 'left' })
  })

  test('whoever leaves while a rejoin is under way stays out', async () => {
    const answer = Promise.withResolvers<JoinOutcome>()
    rejoin.mockReturnValue(answer.promise)
    const connection = await connected()
    connection.onDisconnected('lost')
    connection.leave()
    answer.resolve(admitted('second'))
    await vi.runAllTimersAsync()
    expect(connection.getState()).toEqual({ phase: 'over', end: 'left' })
    expect(connect).toHaveBeenCalledTimes(1)
    expect(disconnect).toHaveBeenCalled()
  })
})
