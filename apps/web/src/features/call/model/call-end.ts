import type { JoinOutcome } from '@visavis/contracts'
import type { DisconnectCause } from '../../../platform/livekit/disconnect-cause.ts'

/** How a call is over for this participant. */
export type CallEnd =
  /** By one's own wish. */
  | 'left'
  /** A host ended it for everybody, or the room is gone. */
  | 'ended'
  | 'removed'
  /** One goes on in another place of the call, with another session. */
  | 'moved'
  /** One goes on as the same participant from another page. */
  | 'elsewhere'
  /** Coming back was refused. */
  | 'refused'
  | 'unavailable'
  /** No host came to let one in. */
  | 'nobodyCame'
  /** As many are in the call as its room takes. */
  | 'full'
  /** Access had to be asked anew, and a host has to decide. */
  | 'waiting'

/** The answer to a rejoin that does not let one in. */
export function endOfOutcome(outcome: Exclude<JoinOutcome, { outcome: 'admitted' }>): CallEnd {
  switch (outcome.outcome) {
    case 'waiting':
      return 'waiting'
    case 'denied':
      return outcome.reason === 'removed' ? 'removed' : 'refused'
    case 'closed':
      return outcome.reason
  }
}

/** Null where the connection was lost and one comes back. */
export const endOfCause = (cause: DisconnectCause): CallEnd | null => (cause === 'lost' ? null : cause)
