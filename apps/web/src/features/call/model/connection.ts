import type { Admitted, JoinOutcome } from '@visavis/contracts'
import type { DisconnectCause } from '../../../platform/livekit/disconnect-cause.ts'
import { type CallEnd, endOfCause, endOfOutcome } from './call-end.ts'
import { retryDelayMs } from './retry-delay.ts'

/** Where the call stands between this page and the SFU. */
export type ConnectionState =
  | { readonly phase: 'connecting' }
  | { readonly phase: 'connected' }
  /** Nothing arrives any more, though the connection has not noticed. */
  | { readonly phase: 'stalled' }
  /** livekit-client is restoring the connection with the token it has. */
  | { readonly phase: 'reconnecting' }
  /** It gave up: the page asks to come in again. `retryAtMs` is the next try, null while one is under way. */
  | { readonly phase: 'rejoining'; readonly failures: number; readonly retryAtMs: number | null }
  | { readonly phase: 'over'; readonly end: CallEnd }

/** Whether what is seen and heard has stopped, in whatever way. */
export const isBroken = ({ phase }: ConnectionState): boolean =>
  phase === 'stalled' || phase === 'reconnecting' || phase === 'rejoining'

/** What the machine drives; the tests stand in for LiveKit and the API here. */
export interface ConnectionDeps {
  /** Connects with a token; rejects when that fails. */
  connect: (admitted: Admitted) => Promise<void>
  disconnect: () => void
  /** Asks to come in again as the participant one was. */
  rejoin: (resume: { identity: string; secret: string }) => Promise<JoinOutcome>
  /** The API has one in another place of the call by now: goes on there with a connection of its own, and ends this one. Rejects when that cannot be done now. */
  goOn: (admitted: Admitted) => Promise<void>
  /** How long the API asked to wait with this error, or null. */
  retryAfterMs: (error: unknown) => number | null
}

export type Connection = ReturnType<typeof createConnection>

/**
 * Keeps one participant in one call: connects, lets livekit-client restore what it can, and beyond its patience asks to
 * come in again with the resume secret, for ever, until somebody decides that the call is over.
 */
export function createConnection(first: Admitted, deps: ConnectionDeps) {
  let state: ConnectionState = { phase: 'connecting' }
  let admitted = first
  let timer: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()

  function set(next: ConnectionState) {
    if (state.phase === 'over') return
    state = next
    if (next.phase === 'over') clearTimeout(timer)
    for (const listener of listeners) listener()
  }
  const isOver = () => state.phase === 'over'

  async function connect(failures: number) {
    try {
      await deps.connect(admitted)
      if (isOver()) deps.disconnect()
      set({ phase: 'connected' })
    } catch (error) {
      retryLater(failures + 1, error)
    }
  }

  async function rejoin(failures: number) {
    clearTimeout(timer)
    set({ phase: 'rejoining', failures, retryAtMs: null })
    try {
      const outcome = await deps.rejoin({ identity: admitted.identity, secret: admitted.resumeSecret })
      if (isOver()) return
      if (outcome.outcome !== 'admitted') return set({ phase: 'over', end: endOfOutcome(outcome) })
      if (outcome.breakout?.id !== admitted.breakout?.id) return await deps.goOn(outcome)
      admitted = outcome
      await connect(failures)
    } catch (error) {
      retryLater(failures + 1, error)
    }
  }

  function retryLater(failures: number, error: unknown) {
    if (isOver()) return
    const delayMs = Math.max(retryDelayMs(failures), deps.retryAfterMs(error) ?? 0)
    set({ phase: 'rejoining', failures, retryAtMs: Date.now() + delayMs })
    timer = setTimeout(() => void rejoin(failures), delayMs)
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    getState: () => state,
    /** The admission in force: its role and identity, and its secret for the next rejoin. */
    getAdmitted: () => admitted,

    start: () => connect(0),

    /** Tries at once where a retry is waiting: the network or the page is back, or somebody asked for it. */
    retryNow() {
      if (state.phase === 'rejoining' && state.retryAtMs !== null) void rejoin(state.failures)
    },

    leave() {
      set({ phase: 'over', end: 'left' })
      deps.disconnect()
    },

    /** Ends without having left: another connection of the same participant goes on. */
    moved() {
      set({ phase: 'over', end: 'moved' })
    },

    /** livekit-client began to restore the connection. */
    onReconnecting() {
      if (state.phase === 'connected' || state.phase === 'stalled') set({ phase: 'reconnecting' })
    },
    onReconnected() {
      if (state.phase === 'reconnecting') set({ phase: 'connected' })
    },
    onFlow(stalled: boolean) {
      if (stalled && state.phase === 'connected') set({ phase: 'stalled' })
      if (!stalled && state.phase === 'stalled') set({ phase: 'connected' })
    },
    /** livekit-client gave up or was sent away. While connecting, the rejection of `connect` tells the same. */
    onDisconnected(cause: DisconnectCause) {
      // Breakout rooms are closed, and people sent on from them: the API knows what it was.
      const closes = admitted.breakout !== null && cause !== 'elsewhere'
      const end = closes ? null : endOfCause(cause)
      if (end) set({ phase: 'over', end })
      else if (state.phase !== 'connecting' && state.phase !== 'rejoining' && !isOver()) void rejoin(0)
    },
  }
}
