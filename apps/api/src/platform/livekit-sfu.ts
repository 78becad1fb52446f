import type { ModeratedSource, ParticipantAttributes } from '@visavis/contracts'
import { type TrackSourceName, trackSources } from '@visavis/contracts'
import {
  DataPacket_Kind,
  type ParticipantInfo,
  RoomServiceClient,
  TrackSource,
  TwirpError,
  WebhookReceiver,
} from 'livekit-server-sdk'
import type { Config } from '../config.ts'
import { type Sfu, type SfuEvent, SfuUnavailableError } from './sfu.ts'

const requestTimeoutSeconds = 5
/** How long the SFU keeps a room nobody has entered yet, and one that everybody has left. */
const emptyTimeoutSeconds = 60
const departureTimeoutSeconds = 20

const moderated: Record<ModeratedSource, readonly TrackSource[]> = {
  microphone: [TrackSource.MICROPHONE],
  camera: [TrackSource.CAMERA],
  share: [TrackSource.SCREEN_SHARE, TrackSource.SCREEN_SHARE_AUDIO],
}

const kinds: ReadonlySet<string> = new Set(['room_finished', 'participant_joined', 'participant_left'])

export const sourceNumbers = {
  camera: TrackSource.CAMERA,
  microphone: TrackSource.MICROPHONE,
  screen_share: TrackSource.SCREEN_SHARE,
  screen_share_audio: TrackSource.SCREEN_SHARE_AUDIO,
} as const satisfies Record<TrackSourceName, TrackSource>

/** To LiveKit an empty list means every source. */
function sourcesIn(permission: ParticipantInfo['permission']): TrackSourceName[] {
  if (permission?.canPublish !== true) return []
  const { canPublishSources: listed } = permission
  return trackSources.filter((name) => listed.length === 0 || listed.includes(sourceNumbers[name]))
}

const hasMicrophoneOn = ({ tracks }: ParticipantInfo) =>
  tracks.some(({ source, muted }) => source === TrackSource.MICROPHONE && !muted)

const shownIn = ({ name, attributes }: ParticipantInfo) => ({
  displayName: name,
  namesake: attributes['namesake'] === 'true',
})

async function ask<T>(question: () => Promise<T>): Promise<T> {
  try {
    return await question()
  } catch (error) {
    throw new SfuUnavailableError('The SFU did not answer', { cause: error })
  }
}

/** The same, where the SFU's "no such room or participant" is an answer too. */
async function askIfThere<T, A>(question: () => Promise<T>, absent: A, ...notThere: number[]): Promise<T | A> {
  const absences = notThere.length > 0 ? notThere : [404]
  return await ask(() =>
    question().catch((error: unknown) => {
      if (error instanceof TwirpError && absences.includes(error.status)) return absent
      throw error
    }),
  )
}

/** The real SFU, by LiveKit's server API (Twirp). */
export function createLivekitSfu(config: Config['livekit']): Sfu {
  const rooms = new RoomServiceClient(config.url, config.apiKey, config.apiSecret, {
    requestTimeout: requestTimeoutSeconds,
  })
  const webhooks = new WebhookReceiver(config.apiKey, config.apiSecret)

  async function mute(callId: string, { identity, tracks }: ParticipantInfo, source: ModeratedSource) {
    const on = tracks.filter((track) => moderated[source].includes(track.source) && !track.muted)
    // LiveKit asks the participant's node: where they have just left, "no response from servers".
    const muting = on.map(({ sid }) =>
      askIfThere(() => rooms.mutePublishedTrack(callId, identity, sid, true), undefined, 404, 503),
    )
    await Promise.all(muting)
    return on.length > 0
  }

  return {
    async ensureRoom(callId) {
      await ask(() =>
        rooms.createRoom({
          name: callId,
          emptyTimeout: emptyTimeoutSeconds,
          departureTimeout: departureTimeoutSeconds,
        }),
      )
    },
    async endRoom(callId) {
      await askIfThere(() => rooms.deleteRoom(callId), undefined)
    },
    async removeParticipant(callId, identity) {
      await askIfThere(() => rooms.removeParticipant(callId, identity), undefined)
    },
    async sendData(callId, topic, payload, to = []) {
      const bytes = new TextEncoder().encode(JSON.stringify(payload))
      // LiveKit asks the node that has the room: where none has it, "no response from servers".
      const options = { topic, destinationIdentities: [...to] }
      await askIfThere(() => rooms.sendData(callId, bytes, DataPacket_Kind.RELIABLE, options), undefined, 503)
    },
    async listRooms(callIds) {
      const list = await ask(() => rooms.listRooms(callIds))
      return list.map((room) => room.name)
    },
    async listParticipants(callId) {
      const list = await askIfThere(() => rooms.listParticipants(callId), [])
      return list.map((participant) => participant.identity)
    },
    async inspect(callId) {
      const list = await askIfThere(() => rooms.listParticipants(callId), [])
      return list.map((participant) => ({
        identity: participant.identity,
        sources: sourcesIn(participant.permission),
        microphoneOn: hasMicrophoneOn(participant),
      }))
    },
    async allowSources(callId, identity, sources) {
      // LiveKit takes permissions as a whole, and an empty list of sources for all of them.
      const permission = {
        canSubscribe: true,
        canPublish: sources.length > 0,
        canPublishSources: sources.map((name) => sourceNumbers[name]),
        canPublishData: false,
        canUpdateMetadata: false,
        hidden: false,
      }
      await askIfThere(() => rooms.updateParticipant(callId, identity, { permission }), undefined)
    },
    async muteSource(callId, identity, source) {
      const participant = await askIfThere(() => rooms.getParticipant(callId, identity), null)
      return participant !== null && (await mute(callId, participant, source))
    },
    async muteMicrophones(callId, spared) {
      const list = await askIfThere(() => rooms.listParticipants(callId), [])
      const muted = await Promise.all(
        list.map(async (participant) => !spared.has(participant.identity) && mute(callId, participant, 'microphone')),
      )
      return list.flatMap(({ identity }, index) => (muted[index] ? [identity] : []))
    },
    async setRole(callId, identity, role) {
      const attributes = { role } satisfies Partial<ParticipantAttributes>
      await askIfThere(() => rooms.updateParticipant(callId, identity, { attributes }), undefined)
    },
    async setName(callId, identity, { displayName, namesake }) {
      // An attribute that is empty is taken away.
      const attributes = { namesake: namesake ? 'true' : '' } satisfies Partial<ParticipantAttributes>
      await askIfThere(() => rooms.updateParticipant(callId, identity, { name: displayName, attributes }), undefined)
    },
    async isMicrophoneOn(callId, identity) {
      const participant = await askIfThere(() => rooms.getParticipant(callId, identity), null)
      return participant !== null && hasMicrophoneOn(participant)
    },
    async receiveWebhook(rawBody, authorization) {
      const event = await webhooks.receive(rawBody, authorization)
      return {
        id: event.id,
        type: kinds.has(event.event) ? (event.event as SfuEvent['type']) : 'other',
        callId: event.room?.name ?? '',
        identity: event.participant?.identity ?? '',
        participantSid: event.participant?.sid ?? '',
        sources: sourcesIn(event.participant?.permission),
        role: event.participant?.attributes['role'] ?? '',
        ...(event.participant && { shown: shownIn(event.participant) }),
        at: new Date(Number(event.createdAt) * 1000),
      }
    },
    async ping() {
      await ask(() => rooms.listRooms([' ']))
    },
  }
}
