import type { ParticipantRole } from '@visavis/contracts'
import { type Room, RoomEvent } from 'livekit-client'
import { personOf } from '../../../platform/livekit/person.ts'
import type { Connection } from './connection.ts'

export type OwnRole = ReturnType<typeof followOwnRole>

/** One's own role as the SFU shows it, and until it is there as the API said. What one may do, the API asks the room. */
export function followOwnRole(room: Room, connection: Pick<Connection, 'getAdmitted'>) {
  const { localParticipant: self } = room
  return {
    subscribe(changed: () => void) {
      room.on(RoomEvent.ParticipantAttributesChanged, changed).on(RoomEvent.SignalConnected, changed)
      return () =>
        void room.off(RoomEvent.ParticipantAttributesChanged, changed).off(RoomEvent.SignalConnected, changed)
    },
    get: (): ParticipantRole => (self.identity === '' ? connection.getAdmitted() : personOf(self)).role,
  }
}
