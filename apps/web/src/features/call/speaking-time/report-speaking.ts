import { type Admitted, reportSpeaking, reportSpeakingEveryMs } from '@visavis/contracts'
import { ParticipantEvent, type Room } from 'livekit-client'
import { callApi } from '../../../platform/api.ts'
import { config } from '../../../platform/config.ts'
import { randomId } from '../chat/random-id.ts'
import type { Connection } from '../model/connection.ts'
import { createSpokenTime } from './spoken-time.ts'

/**
 * Reports how long one has spoken, as the SFU hears it, unless the operator does not want it measured. All of it each time:
 * a report that is lost comes with the next one. Returns how to stop.
 */
export async function startReporting(room: Room, connection: Connection, admitted: Admitted): Promise<() => void> {
  if (!(await config.load()).speakingTime) return () => {}
  const params = { callId: admitted.callId, identity: admitted.identity }
  const page = randomId()
  const spoken = createSpokenTime()
  const { localParticipant } = room
  let reportedMs = 0

  // While the connection is away nobody hears one, and nothing says that one has stopped.
  const look = () =>
    spoken.set(connection.getState().phase === 'connected' && localParticipant.isSpeaking, performance.now())
  function report() {
    look()
    const spokenMs = spoken.total()
    if (spokenMs === reportedMs) return
    callApi(reportSpeaking, {
      params,
      body: { page, spokenMs },
      signal: AbortSignal.timeout(reportSpeakingEveryMs),
    }).then(
      () => {
        reportedMs = Math.max(reportedMs, spokenMs)
      },
      () => undefined,
    )
  }

  localParticipant.on(ParticipantEvent.IsSpeakingChanged, look)
  const unsubscribe = connection.subscribe(look)
  const timer = setInterval(report, reportSpeakingEveryMs)
  return () => {
    clearInterval(timer)
    localParticipant.off(ParticipantEvent.IsSpeakingChanged, look)
    unsubscribe()
    report()
  }
}
