import { changePlace } from '@visavis/contracts'
import { callApi } from '../../../platform/api.ts'
import type { CallSession } from '../call-session.ts'
import { type Connection, isBroken } from '../model/connection.ts'
import { firstPicture } from './first-picture.ts'
import { beside, handOver } from './hand-over.ts'

const answerWithinMs = 6000
/** Longer than one lost answer and its retry take. */
const connectWithinMs = 8000
const pictureWithinMs = 1000
/** By then the tiles have taken over. */
const clearUpAfterMs = 1000

/** One is still where one was: the other place could not be reached. */
export class MoveFailedError extends Error {
  override name = 'MoveFailedError'
}

/** Whether it stands, or is over, within this time. */
function whenConnected(connection: Connection, withinMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const stop = connection.subscribe(look)
    const timer = setTimeout(() => done(false), withinMs)
    function done(connected: boolean) {
      stop()
      clearTimeout(timer)
      resolve(connected)
    }
    function look() {
      const { phase } = connection.getState()
      if (phase === 'connected') done(true)
      else if (phase === 'over') done(false)
    }
    look()
  })
}

/**
 * Goes to another place of the call, null for the main call: connects there first, and leaves here when the first picture is
 * there. Where that fails one stays, unless here is broken too: then it goes on there, for that is where the API has one.
 * Throws `ProblemError` or `MoveFailedError`.
 */
export async function move(session: CallSession, breakoutId: string | null): Promise<void> {
  const { moves, connection } = session
  if (!moves.begin()) return
  try {
    const admitted = connection.getAdmitted()
    const params = { callId: admitted.callId, identity: admitted.identity }
    const ask = (breakoutId: string | null) =>
      callApi(changePlace, { params, body: { breakoutId }, signal: AbortSignal.timeout(answerWithinMs) })
    const answer = await ask(breakoutId)
    if (connection.getState().phase === 'over') return
    const next = beside(session, { ...admitted, ...answer })
    moves.prepare(next)
    const connected = await whenConnected(next.connection, connectWithinMs)
    // Left, or brought on by the way back in.
    if (moves.getShown() !== session || connection.getState().phase === 'over') return
    if (!connected && !isBroken(connection.getState())) {
      next.release()
      await ask(admitted.breakout?.id ?? null).catch(() => undefined)
      throw new MoveFailedError()
    }
    const clearUp = connected ? await firstPicture(next.room, pictureWithinMs) : () => {}
    setTimeout(clearUp, clearUpAfterMs)
    if (moves.getShown() === session) handOver(session, next)
  } finally {
    moves.end()
  }
}
