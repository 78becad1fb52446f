import {
  type Admitted,
  callStateMessageSchema,
  dataTopics,
  getCallState,
  lowerHand,
  raiseHand,
} from '@visavis/contracts'
import type { Room } from 'livekit-client'
import { callApi } from '../../../platform/api.ts'
import { onServerData } from '../../../platform/livekit/server-data.ts'
import type { Connection } from './connection.ts'
import { createLongSpeech } from './long-speech.ts'
import { createSharedState, type SharedState } from './shared-state.ts'

const listenEveryMs = 500

/** Lowers one's own hand once one has had the floor. */
function lowerAfterSpeech(room: Room, shared: SharedState): () => void {
  let hasSpoken = createLongSpeech()
  const timer = setInterval(() => {
    // What was said before the hand went up does not count.
    if (!shared.getState().handUp) hasSpoken = createLongSpeech()
    else if (hasSpoken(room.localParticipant.isSpeaking, performance.now())) {
      // Should it be refused, it is tried again after as many words.
      void shared.moveHand(false).catch(() => undefined)
    }
  }, listenEveryMs)
  return () => clearInterval(timer)
}

/** What everybody knows of the call: asked for with every connection, and followed as the API tells of changes. */
export function followCall(
  room: Room,
  connection: Connection,
  { callId, identity, room: { accessLevel } }: Admitted,
): SharedState {
  const shared = createSharedState({
    identity,
    accessLevel,
    fetch: () => callApi(getCallState, { params: { callId }, query: { identity } }),
    moveHand: (up) => callApi(up ? raiseHand : lowerHand, { params: { callId, identity } }),
  })
  let connected = false
  const stopFollowing = connection.subscribe(() => {
    const { phase } = connection.getState()
    const now = phase === 'connected' || phase === 'stalled'
    if (now && !connected) void shared.refresh()
    connected = now
  })
  const stops = [
    stopFollowing,
    onServerData(room, dataTopics.state, callStateMessageSchema.safeParse, shared.hear),
    lowerAfterSpeech(room, shared),
  ]
  return {
    ...shared,
    stop() {
      for (const stop of stops) stop()
      shared.stop()
    },
  }
}
