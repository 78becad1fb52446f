import { EventEmitter } from 'node:events'
import { type Room, RoomEvent } from 'livekit-client'
import { expect, test, vi } from 'vitest'
import { createVolumes } from './volumes.ts'

const personOf = (identity: string) => ({ identity, setVolume: vi.fn() })
type Person = ReturnType<typeof personOf>

function roomWith(...people: Person[]) {
  const room = Object.assign(new EventEmitter(), { remoteParticipants: new Map<string, Person>() })
  for (const person of people) room.remoteParticipants.set(person.identity, person)
  return { room, volumes: createVolumes(room as unknown as Room) }
}
const arrives = (room: EventEmitter, person: Person) => room.emit(RoomEvent.TrackSubscribed, {}, {}, person)

test('everybody is heard in full until one chooses otherwise, and each for themselves', () => {
  const [paul, sonia] = [personOf('paul'), personOf('sonia')]
  const { room, volumes } = roomWith(paul, sonia)
  const changed = vi.fn()
  volumes.subscribe(changed)
  expect(volumes.get('paul')).toBe(1)
  volumes.set('paul', 0.3)
  expect(paul.setVolume).toHaveBeenCalledExactlyOnceWith(0.3)
  expect(volumes.get('paul')).toBe(0.3)
  expect(changed).toHaveBeenCalledOnce()
  arrives(room, sonia)
  expect(sonia.setVolume).not.toHaveBeenCalled()
})

test('who comes back after a new connection is as loud as before', () => {
  const { room, volumes } = roomWith(personOf('paul'))
  volumes.set('paul', 0.3)
  room.remoteParticipants.clear()
  // While they are away one may still change one's mind.
  volumes.set('paul', 0.5)
  const paulAgain = personOf('paul')
  room.remoteParticipants.set('paul', paulAgain)
  arrives(room, paulAgain)
  expect(paulAgain.setVolume).toHaveBeenCalledExactlyOnceWith(0.5)
})

test('after the call nothing is applied any more', () => {
  const paul = personOf('paul')
  const { room, volumes } = roomWith()
  volumes.set('paul', 0.3)
  volumes.stop()
  arrives(room, paul)
  expect(paul.setVolume).not.toHaveBeenCalled()
})
