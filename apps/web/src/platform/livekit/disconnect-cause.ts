import { DisconnectReason } from 'livekit-client'

/** Why the SFU or the client closed a connection, as far as it matters what to do next. */
export type DisconnectCause = 'removed' | 'ended' | 'elsewhere' | 'lost'

/** Reasons that are somebody's decision. Everything else is an accident, and one comes back from it. */
const decided: Partial<Record<DisconnectReason, DisconnectCause>> = {
  [DisconnectReason.PARTICIPANT_REMOVED]: 'removed',
  [DisconnectReason.ROOM_DELETED]: 'ended',
  [DisconnectReason.ROOM_CLOSED]: 'ended',
  // The same identity, which only this page's resume secret gives, connected once more.
  [DisconnectReason.DUPLICATE_IDENTITY]: 'elsewhere',
}

/** Maps LiveKit's reason. CLIENT_INITIATED counts as lost too: the client says it for a frozen page; who leaves knows. */
export const causeOf = (reason: DisconnectReason | undefined): DisconnectCause =>
  (reason !== undefined && decided[reason]) || 'lost'
