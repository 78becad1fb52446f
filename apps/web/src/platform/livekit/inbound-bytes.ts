import { type Room, Track, type TrackPublication } from 'livekit-client'

/** Whether something should be arriving all the time: media of others, or the receipts for ours. */
export function expectsInbound(room: Room): boolean {
  for (const { trackPublications } of room.remoteParticipants.values()) {
    for (const publication of trackPublications.values()) if (isFlowing(publication)) return true
  }
  for (const { isMuted } of room.localParticipant.trackPublications.values()) if (!isMuted) return true
  return false
}

// A picture that is nowhere on screen is not sent to us (adaptive stream).
const isFlowing = ({ isMuted, kind, track }: TrackPublication) =>
  !isMuted && track !== undefined && (kind === Track.Kind.Audio || track.attachedElements.length > 0)

/** Any end of the connection: their statistics all name the one transport underneath. */
function anyEnd(room: Room): RTCRtpReceiver | RTCRtpSender | undefined {
  for (const { track } of room.localParticipant.trackPublications.values()) if (track?.sender) return track.sender
  for (const { trackPublications } of room.remoteParticipants.values()) {
    for (const { track } of trackPublications.values()) if (track?.receiver) return track.receiver
  }
  return undefined
}

/** How many bytes have come in since the connection began; null while there is none to ask. */
export async function inboundBytes(room: Room): Promise<number | null> {
  const report = await anyEnd(room)?.getStats()
  if (!report) return null
  let bytes = 0
  for (const [, entry] of report as Map<string, { type: string; bytesReceived?: number }>) {
    if (entry.type === 'candidate-pair') bytes += entry.bytesReceived ?? 0
  }
  return bytes
}
