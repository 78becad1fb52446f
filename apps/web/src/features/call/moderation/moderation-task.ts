import type { Person } from '../../../platform/livekit/person.ts'

/** What asks before it is done to somebody, or to everybody. */
export type ModerationTask =
  | { kind: 'muteAll' }
  | { kind: 'remove' | 'report' | 'handOver' | 'unmakeCohost' | 'rename'; person: Person }
