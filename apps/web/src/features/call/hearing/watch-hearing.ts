import { type Admitted, confirmHearing, dataTopics, hearingSchema } from '@visavis/contracts'
import { type Participant, type Room, RoomEvent } from 'livekit-client'
import { callApi } from '../../../platform/api.ts'
import { onServerData } from '../../../platform/livekit/server-data.ts'
import type { Connection } from '../model/connection.ts'
import type { HearingNews } from '../model/hearing-news.ts'
import type { LocalControls } from '../model/local-controls.ts'
import { createBeingHeard } from './being-heard.ts'
import { createListener, lookEveryMs } from './listener.ts'
import { measure, subscribeAnew } from './measure.ts'

const confirmWithinMs = 5000

export interface HearingDeps {
  room: Room
  connection: Connection
  local: LocalControls
  admitted: Admitted
  tell: (news: HearingNews | null) => void
}

/** Confirms that one hears those whom the API names, and heals it where one of both ends can. Returns how to stop. */
export function watchHearing({ room, connection, local, admitted, tell }: HearingDeps): () => void {
  const { callId, identity } = admitted
  const params = { callId, identity }
  const isOn = () => local.getState().microphone
  const isConnected = () => connection.getState().phase === 'connected'
  const speaker = createBeingHeard({ isOn, publishAnew: () => void local.publishAnew('microphone') })
  const listener = createListener({
    measure: (of) => measure(room, of, isConnected()),
    subscribeAnew: (to) => subscribeAnew(room, to),
    confirm: async (heard) =>
      (await callApi(confirmHearing, { params, body: { heard }, signal: AbortSignal.timeout(confirmWithinMs) }))
        .listenTo,
    others: () => room.remoteParticipants.size,
  })

  function publish() {
    const namesOf = (identities: string[]) => identities.flatMap((one) => room.remoteParticipants.get(one)?.name ?? [])
    const { unheardBy, byNobody } = speaker.news(performance.now())
    const news = { unheard: namesOf(listener.lost()), unheardBy: namesOf(unheardBy), byNobody }
    tell(news.unheard.length + news.unheardBy.length > 0 ? news : null)
  }
  async function look() {
    if (!isConnected()) return
    await listener.look(performance.now())
    publish()
  }
  const onCame = () => listener.askSoon(performance.now())
  function onLeft({ identity }: Participant) {
    listener.askSoon(performance.now())
    speaker.forget(identity)
    publish()
  }

  room.on(RoomEvent.ParticipantConnected, onCame).on(RoomEvent.ParticipantDisconnected, onLeft)
  const stops = [
    onServerData(room, dataTopics.hearing, hearingSchema.safeParse, (hearing) => {
      speaker.take(performance.now(), hearing)
      publish()
    }),
    local.subscribe(() => {
      if (isOn()) return
      speaker.forget()
      publish()
    }),
  ]
  const timer = setInterval(() => void look(), lookEveryMs)
  void look()
  return () => {
    clearInterval(timer)
    room.off(RoomEvent.ParticipantConnected, onCame).off(RoomEvent.ParticipantDisconnected, onLeft)
    for (const stop of stops) stop()
  }
}
