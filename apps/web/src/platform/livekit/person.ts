import { type ParticipantAttributes, type ParticipantRole, participantAttributesSchema } from '@visavis/contracts'
import type { Participant } from 'livekit-client'

/** What others may know of a participant: the server's word, never the participant's own. */
export interface Person {
  identity: string
  name: string
  role: ParticipantRole
  verified: boolean
  /** Whether a guest has the name of an agent of the call or its room. */
  namesake?: boolean
  color: number
  isLocal: boolean
}

/** Whoever carries no attributes of ours is nobody we vouch for. */
const unvouched: ParticipantAttributes = { role: 'participant', verified: 'false', color: '0' }

/** Reads name, role, verification and colour as the API put them into the token. */
export function personOf({ identity, name, attributes, isLocal }: Participant): Person {
  const parsed = participantAttributesSchema.safeParse(attributes)
  const { role, verified, color, namesake } = parsed.success ? parsed.data : unvouched
  const said = { role, verified: verified === 'true', namesake: namesake === 'true', color: Number(color) }
  return { identity, name: name ?? '', ...said, isLocal }
}

/** Owners and co-hosts may admit and remove. */
export const isHost = (role: ParticipantRole): boolean => role !== 'participant'
