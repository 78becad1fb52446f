import { useParticipants } from '@livekit/components-react'
import type { Admitted } from '@visavis/contracts'
import { type Participant, RoomEvent } from 'livekit-client'
import { createContext, use, useEffect, useMemo, useState } from 'react'
import { type Person, personOf } from '../../../platform/livekit/person.ts'
import { keepPeople } from '../model/keep-people.ts'
import { useCall } from './call-context.ts'
import { useConnectionState } from './use-connection-state.ts'

/** Somebody in the call; `participant` is null for who vanished with the connection and is shown from memory. */
export interface CallPerson extends Person {
  participant: Participant | null
}

// Who is in the call is known once the SFU has answered, which is before its media connection stands.
const tellingEvents = [
  RoomEvent.SignalConnected,
  RoomEvent.ParticipantAttributesChanged,
  RoomEvent.ParticipantNameChanged,
  RoomEvent.ParticipantPermissionsChanged,
]
/** After our own return the others need a moment for theirs. */
const graceMs = 3000

/** The SFU tells who one is oneself only once connected; the API has said it before. */
function knownOf(participant: Participant, { identity, displayName, role }: Admitted): Person {
  if (!participant.isLocal || participant.identity !== '') return personOf(participant)
  return { identity, name: displayName, role, verified: true, color: 0, isLocal: true }
}

export const PeopleContext = createContext<readonly CallPerson[] | null>(null)

/** Everybody in the call, oneself first. Nobody leaves the list because a connection is being restored. */
export function usePeople(): readonly CallPerson[] {
  const people = use(PeopleContext)
  if (!people) throw new Error('usePeople needs a PeopleContext above it')
  return people
}

/** The same, read from the room: for whoever provides it to all others. */
export function useGatheredPeople(): readonly CallPerson[] {
  const participants = useParticipants({ updateOnlyOn: tellingEvents })
  const { admitted } = useCall()
  const present = useMemo(
    () => participants.map((participant): CallPerson => ({ ...knownOf(participant, admitted), participant })),
    [participants, admitted],
  )
  const { phase } = useConnectionState()
  const restoring = phase === 'reconnecting' || phase === 'rejoining'
  const [grace, setGrace] = useState(false)
  if (restoring && !grace) setGrace(true)
  useEffect(() => {
    if (restoring) return
    const timer = setTimeout(() => setGrace(false), graceMs)
    return () => clearTimeout(timer)
  }, [restoring])

  const holding = restoring || grace
  const [before, setBefore] = useState(present)
  if (!holding && before !== present) setBefore(present)
  return useMemo(
    () => (holding ? keepPeople(before, present, (person) => ({ ...person, participant: null })) : present),
    [holding, before, present],
  )
}
