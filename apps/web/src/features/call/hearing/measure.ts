import { ConnectionQuality, type RemoteTrackPublication, type Room, Track } from 'livekit-client'
import type { SpeakerSample } from './listening.ts'

type Entry = { type: string; kind?: string; jitterBufferEmittedCount?: number; packetsReceived?: number }

const unsubscribedForMs = 500

const microphoneOf = (room: Room, speaker: string): RemoteTrackPublication | undefined =>
  room.remoteParticipants.get(speaker)?.getTrackPublication(Track.Source.Microphone)

/** Others say why: their connection is away, or ours, or the browser plays nothing before a click. */
const unknown: SpeakerSample = { expected: null, played: 0 }

/** What has come of somebody's voice: samples that were played, not packets, for those may arrive in vain. */
export async function measure(room: Room, speaker: string, connected: boolean): Promise<SpeakerSample> {
  const publication = microphoneOf(room, speaker)
  const away = room.remoteParticipants.get(speaker)?.connectionQuality === ConnectionQuality.Lost
  if (!publication || away || !connected || !room.canPlaybackAudio) return unknown
  if (publication.isMuted) return { expected: false, played: 0 }
  const receiver = publication.track?.receiver
  if (!receiver) return { expected: true, played: 0 }
  const report = await receiver.getStats().catch(() => null)
  if (report === null) return unknown
  let played = 0
  for (const [, entry] of report as Map<string, Entry>) {
    if (entry.type !== 'inbound-rtp' || entry.kind !== 'audio') continue
    played += entry.jitterBufferEmittedCount ?? entry.packetsReceived ?? 0
  }
  return { expected: true, played }
}

/** Leaves somebody's voice for a moment, and asks for it again. */
export function subscribeAnew(room: Room, speaker: string): void {
  const publication = microphoneOf(room, speaker)
  publication?.setSubscribed(false)
  // At once the SFU would see no change.
  setTimeout(() => publication?.setSubscribed(true), unsubscribedForMs)
}
