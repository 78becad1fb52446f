import {
  type DataTopic,
  type ModeratedSource,
  type ParticipantRole,
  type TrackSourceName,
  trackSources,
} from '@visavis/contracts'
import { type Sfu, type SfuEvent, SfuUnavailableError, type ShownName } from '../src/platform/sfu.ts'

/** Stands in for the SFU in API tests; sfu.suite.ts holds it and the real one to the same behaviour. */
export class StubSfu implements Sfu {
  readonly rooms = new Map<string, Set<string>>()
  /** Every data message, oldest first. */
  readonly sent: { callId: string; topic: DataTopic; payload: unknown; to?: readonly string[] }[] = []
  /** Who has a microphone on, by identity. */
  readonly microphonesOn = new Set<string>()
  /** What each one may publish, by identity; everything until it is said. */
  readonly allowed = new Map<string, readonly TrackSourceName[]>()
  /** Whose camera or share is on: `<source> <identity>`. */
  readonly picturesOn = new Set<string>()
  /** What the SFU was last told to show somebody as. */
  readonly roles = new Map<string, ParticipantRole>()
  /** By what name the SFU was last told to show somebody. */
  readonly names = new Map<string, ShownName>()
  away = false
  /** What the next webhook says; null: its signature is wrong. */
  webhook: SfuEvent | null = null

  #answer() {
    if (this.away) throw new SfuUnavailableError('The SFU did not answer')
  }

  /** As if a client had connected with a token. */
  connect(callId: string, identity: string) {
    this.rooms.get(callId)?.add(identity)
  }

  async ensureRoom(callId: string) {
    this.#answer()
    if (!this.rooms.has(callId)) this.rooms.set(callId, new Set())
  }

  async endRoom(callId: string) {
    this.#answer()
    this.rooms.delete(callId)
  }

  async removeParticipant(callId: string, identity: string) {
    this.#answer()
    this.rooms.get(callId)?.delete(identity)
  }

  async sendData(callId: string, topic: DataTopic, payload: unknown, to?: readonly string[]) {
    this.#answer()
    if (!this.rooms.has(callId)) return
    this.sent.push({ callId, topic, payload: JSON.parse(JSON.stringify(payload)), ...(to && { to }) })
  }

  async listRooms(callIds?: string[]) {
    this.#answer()
    return [...this.rooms.keys()].filter((name) => callIds?.includes(name) ?? true)
  }

  async listParticipants(callId: string) {
    this.#answer()
    return [...(this.rooms.get(callId) ?? [])]
  }

  async inspect(callId: string) {
    this.#answer()
    return [...(this.rooms.get(callId) ?? [])].map((identity) => ({
      identity,
      sources: this.allowed.get(identity) ?? trackSources,
      microphoneOn: this.microphonesOn.has(identity),
    }))
  }

  async allowSources(callId: string, identity: string, sources: readonly TrackSourceName[]) {
    this.#answer()
    if (this.rooms.get(callId)?.has(identity)) this.allowed.set(identity, [...sources])
  }

  async muteSource(callId: string, identity: string, source: ModeratedSource) {
    this.#answer()
    if (!this.rooms.get(callId)?.has(identity)) return false
    return source === 'microphone'
      ? this.microphonesOn.delete(identity)
      : this.picturesOn.delete(`${source} ${identity}`)
  }

  async muteMicrophones(callId: string, spared: ReadonlySet<string>) {
    this.#answer()
    const there = [...(this.rooms.get(callId) ?? [])]
    return there.filter((identity) => !spared.has(identity) && this.microphonesOn.delete(identity))
  }

  async setRole(callId: string, identity: string, role: ParticipantRole) {
    this.#answer()
    if (this.rooms.get(callId)?.has(identity)) this.roles.set(identity, role)
  }

  async setName(callId: string, identity: string, name: ShownName) {
    this.#answer()
    if (this.rooms.get(callId)?.has(identity)) this.names.set(identity, name)
  }

  async isMicrophoneOn(callId: string, identity: string) {
    this.#answer()
    return (this.rooms.get(callId)?.has(identity) ?? false) && this.microphonesOn.has(identity)
  }

  async receiveWebhook() {
    if (this.webhook === null) throw new Error('the signature does not fit')
    return this.webhook
  }

  async ping() {
    this.#answer()
  }
}
