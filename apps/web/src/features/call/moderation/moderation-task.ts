import type { CallPerson } from '../hooks/use-people.ts'

/** What asks before it is done to somebody, or to everybody. */
export type ModerationTask =
  | { kind: 'muteAll' }
  | { kind: 'remove' | 'report' | 'handOver' | 'unmakeCohost'; person: CallPerson }
