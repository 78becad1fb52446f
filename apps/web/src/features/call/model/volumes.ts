import { type RemoteParticipant, type RemoteTrack, type Room, RoomEvent, type TrackPublication } from 'livekit-client'

export type Volumes = ReturnType<typeof createVolumes>

/**
 * How loud one hears each of the others, 0 to 1, for the length of a call: kept by identity, and applied again to each
 * voice that arrives, for after a new connection everybody is somebody new to livekit-client.
 */
export function createVolumes(room: Room) {
  const chosen = new Map<string, number>()
  const listeners = new Set<() => void>()

  function apply(_track: RemoteTrack, _publication: TrackPublication, participant: RemoteParticipant) {
    const volume = chosen.get(participant.identity)
    if (volume !== undefined) participant.setVolume(volume)
  }
  room.on(RoomEvent.TrackSubscribed, apply)

  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    get: (identity: string): number => chosen.get(identity) ?? 1,
    set(identity: string, volume: number) {
      chosen.set(identity, volume)
      room.remoteParticipants.get(identity)?.setVolume(volume)
      for (const listener of listeners) listener()
    },
    stop: () => void room.off(RoomEvent.TrackSubscribed, apply),
  }
}
