import type { DataTopic } from '@visavis/contracts'
import { type Room, RoomEvent } from 'livekit-client'

type Parse<T> = (value: unknown) => { success: true; data: T } | { success: false }

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

/**
 * Listens to what the API sends on a topic. A message with a sender is a participant's, whatever it says, and is passed
 * over, as is one that cannot be read. Returns how to stop.
 */
export function onServerData<T>(
  room: Room,
  topic: DataTopic,
  parse: Parse<T>,
  listener: (data: T) => void,
): () => void {
  const receive = (bytes: Uint8Array, ...[participant, , on, , sender]: Rest) => {
    if (on !== topic || participant !== undefined || sender !== '') return
    const parsed = parse(readJson(bytes))
    if (parsed.success) listener(parsed.data)
  }
  room.on(RoomEvent.DataReceived, receive)
  return () => void room.off(RoomEvent.DataReceived, receive)
}

type Rest = [participant?: unknown, kind?: unknown, topic?: string, encryption?: unknown, sender?: string]
