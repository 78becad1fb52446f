import type { ParticipantRole } from '@visavis/contracts'
import { may, type RoomSettings } from '@visavis/contracts'
import { isHost, type Person } from '../../../platform/livekit/person.ts'

/** Whether one may call somebody otherwise: oneself as a guest where the rules allow it, any guest as a host. */
export const mayRename = (person: Person, { settings }: { settings: RoomSettings }, own: ParticipantRole): boolean =>
  !person.verified && (person.isLocal ? may('rename', settings, person) : isHost(own))
