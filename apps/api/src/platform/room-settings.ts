import { type AccessLevel, type Liberty, may, type RoomSettings, roomSettingsSchema } from '@visavis/contracts'
import type { Call, Participant } from '../generated/prisma/client.ts'
import { effectiveAccessLevel } from './access-levels.ts'
import type { Database } from './database.ts'
import { ProblemError } from './problems.ts'

/** How a room is run, as its row has it. */
export const settingsOf = (room: { settings: unknown }): RoomSettings => roomSettingsSchema.parse(room.settings)

/** How it is run where somebody is: a breakout has no stage, there everybody talks with everybody. */
export const settingsIn = (
  { breakoutId }: Pick<Participant, 'breakoutId'>,
  room: { settings: unknown },
): RoomSettings => (breakoutId === null ? settingsOf(room) : { ...settingsOf(room), stage: false })

/** How somebody stands in a call, by their row: whoever has an account has signed in. */
export const standingOf = ({ role, userId }: Pick<Participant, 'role' | 'userId'>) => ({
  role,
  verified: userId !== null,
})

/** Throws `switched_off` unless the room's settings allow it to this participant. */
export type MustBeAllowed = (participant: Participant, liberty: Liberty) => Promise<void>

const ofCall = `select r.settings from "Room" r join "Call" c on c."roomId" = r.id where c.id = $1`

export function createMustBeAllowed({ pipeline }: Pick<Database, 'pipeline'>): MustBeAllowed {
  return async (participant, liberty) => {
    const { rows } = await pipeline.query<{ settings: unknown }>(ofCall, [participant.callId])
    if (!rows[0] || !may(liberty, settingsOf(rows[0]), standingOf(participant))) throw new ProblemError('switched_off')
  }
}

/** What of a room and its open call keeps out whoever might come in directly. */
export interface Door {
  readonly accessLevel: AccessLevel
  readonly entryBeforeHost: boolean
  readonly maxParticipants: number | null
}

/** The door of a room, by the levels that the operator allows. */
export function doorOf(room: { accessLevel: AccessLevel; settings: unknown }, allowed: readonly AccessLevel[]): Door {
  const { entryBeforeHost, maxParticipants } = settingsOf(room)
  return { accessLevel: effectiveAccessLevel(room.accessLevel, allowed), entryBeforeHost, maxParticipants }
}

/** Whether a host is in the call `c`. */
export const hostIsThere = `exists (select from "Participant" h where h."callId" = c.id and h.role <> 'participant'
    and h."removedAt" is null and h."leftAt" is null
    and (h."joinedAt" is not null or h."admittedAt" > now() - interval '1 minute'))`

/** The open call's own part of it: locked, or without the host that it waits for. */
export const isShut = (
  { entryBeforeHost }: Door,
  call: (Pick<Call, 'lockedAt'> & { hosted: boolean }) | null,
): boolean => (call !== null && call.lockedAt !== null) || (!entryBeforeHost && call?.hosted !== true)
