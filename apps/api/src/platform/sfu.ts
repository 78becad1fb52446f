import type { DataTopic, ModeratedSource, ParticipantRole, TrackSourceName } from '@visavis/contracts'

/** What the API asks of the SFU. An SFU room's name is a call id; every method throws `SfuUnavailableError` when it does not answer. */
export interface Sfu {
  /** Makes sure that the SFU has the call's room; idempotent. */
  ensureRoom(callId: string): Promise<void>
  /** Disconnects everybody and forgets the room; nothing happens when there is none. */
  endRoom(callId: string): Promise<void>
  /** Disconnects one participant; nothing happens when they are not there. */
  removeParticipant(callId: string, identity: string): Promise<void>
  /**
   * Sends JSON to everybody in the call, or to these identities alone, in order and without loss while they are connected;
   * to nobody when there is no room.
   */
  sendData(callId: string, topic: DataTopic, payload: unknown, to?: readonly string[]): Promise<void>
  /** Call ids of the rooms that the SFU has, or of those among `callIds` that it has. */
  listRooms(callIds?: string[]): Promise<string[]>
  /** Identities in the call's room; none when there is no room. */
  listParticipants(callId: string): Promise<string[]>
  /** Everybody in the call's room with what they may publish, and whether their microphone is on. */
  inspect(callId: string): Promise<SfuParticipant[]>
  /**
   * Lets somebody publish these sources and nothing else; what they publish of others ends. Nothing happens when they
   * are not there.
   */
  allowSources(callId: string, identity: string, sources: readonly TrackSourceName[]): Promise<void>
  /** Mutes what somebody has on of this; false when it was nothing. They can switch it on again. */
  muteSource(callId: string, identity: string, source: ModeratedSource): Promise<boolean>
  /** Mutes every microphone in the call but those of `spared`; answers with whose was on. */
  muteMicrophones(callId: string, spared: ReadonlySet<string>): Promise<string[]>
  /** Tells everybody somebody's role, and has their next token say it; nothing happens when they are not there. */
  setRole(callId: string, identity: string, role: ParticipantRole): Promise<void>
  /** Shows everybody somebody by this name, and whether it is an agent's; nothing happens when they are not there. */
  setName(callId: string, identity: string, name: ShownName): Promise<void>
  /** Whether somebody in the call has a microphone that is on. */
  isMicrophoneOn(callId: string, identity: string): Promise<boolean>
  /** Reads a webhook from its raw body. Throws when the signature does not fit. */
  receiveWebhook(rawBody: string, authorization: string | undefined): Promise<SfuEvent>
  ping(): Promise<void>
}

/** Somebody in a call, as the SFU knows them. */
export interface SfuParticipant {
  readonly identity: string
  readonly sources: readonly TrackSourceName[]
  readonly microphoneOn: boolean
}

/** By what name somebody is shown, and whether as a guest who has an agent's. */
export interface ShownName {
  readonly displayName: string
  readonly namesake: boolean
}

/** What the SFU tells by webhook, reduced to what the product uses. */
export interface SfuEvent {
  /** Unique per event. */
  readonly id: string
  readonly type: 'room_finished' | 'participant_joined' | 'participant_left' | 'other'
  readonly callId: string
  readonly identity: string
  /** The SFU's own id of the participant's session; a reconnection from scratch has a new one. */
  readonly participantSid: string
  /** What the participant may publish. */
  readonly sources: readonly TrackSourceName[]
  /** As the participant's token said; empty where none is told. */
  readonly role: string
  /** As which the participant came; absent where none is told. */
  readonly shown?: ShownName
  readonly at: Date
}

/** The SFU did not answer, or answered with a fault of its own. */
export class SfuUnavailableError extends Error {
  override name = 'SfuUnavailableError'
}
