import { healthLive } from '@visavis/contracts'
import { callApi } from '../../../platform/api.ts'
import { type Connection, isBroken } from './connection.ts'

const firstAfterMs = 1500
const whileStalledMs = 1000
const laterMs = 2000
const answerWithinMs = 1000
/** One answer may have been under way when the network went. */
const answersNeeded = 2

export interface OriginDeps {
  connection: Pick<Connection, 'subscribe' | 'getState' | 'retryNow'>
  /** Connects media anew while the call goes on. */
  restart: () => void
  answers?: () => Promise<boolean>
}

const originAnswers = () =>
  callApi(healthLive, { signal: AbortSignal.timeout(answerWithinMs) }).then(
    () => true,
    () => false,
  )

/**
 * Asks our own origin, while the connection is broken, what livekit-client and the backoff learn late. Where media stall
 * though it answers, their way is blocked (UDP, say), and a new connection finds another. Where it did not answer and does
 * again, the network is back, and there is nothing to wait for. Returns how to stop.
 */
export function watchOrigin({ connection, restart, answers = originAnswers }: OriginDeps): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let broken = false
  let inARow = 0
  let wasAway = false

  async function look() {
    const there = await answers()
    const state = connection.getState()
    if (!broken) return
    inARow = there && state.phase === 'stalled' ? inARow + 1 : 0
    wasAway ||= !there
    if (inARow === answersNeeded) restart()
    if (there && wasAway && state.phase === 'rejoining' && state.retryAtMs !== null) {
      wasAway = false
      connection.retryNow()
    }
    timer = setTimeout(() => void look(), state.phase === 'stalled' ? whileStalledMs : laterMs)
  }

  function follow() {
    const now = isBroken(connection.getState())
    if (now === broken) return
    broken = now
    clearTimeout(timer)
    inARow = 0
    wasAway = false
    if (broken) timer = setTimeout(() => void look(), firstAfterMs)
  }
  const unsubscribe = connection.subscribe(follow)
  return () => {
    unsubscribe()
    broken = false
    clearTimeout(timer)
  }
}
