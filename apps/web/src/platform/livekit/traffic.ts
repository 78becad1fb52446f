import { type Room, Track, type TrackPublication } from 'livekit-client'

/** What has passed through a room's connection so far. */
export interface Traffic {
  receivedBytes: number
  /** Of our own pictures: each packet of them is acknowledged within a fraction of a second. */
  sentVideoBytes: number
}

type Entry = { type: string; kind?: string; bytesReceived?: number; bytesSent?: number }

// A picture that is nowhere on screen is not sent to us (adaptive stream).
const flows = ({ isMuted, kind, track }: TrackPublication) =>
  !isMuted && track !== undefined && (kind === Track.Kind.Audio || track.attachedElements.length > 0)

/** How many others should be heard or seen right now. */
export function sendersExpected({ remoteParticipants }: Room): number {
  return [...remoteParticipants.values()].filter(({ trackPublications }) => [...trackPublications.values()].some(flows))
    .length
}

/** An end of the connection to ask: a video that we send, else any. All statistics name the one transport underneath. */
function endToAsk({ localParticipant, remoteParticipants }: Room): RTCRtpReceiver | RTCRtpSender | undefined {
  const own = [...localParticipant.trackPublications.values()].flatMap(({ kind, track }) =>
    track?.sender ? [{ kind, sender: track.sender }] : [],
  )
  const sender = own.find(({ kind }) => kind === Track.Kind.Video)?.sender ?? own[0]?.sender
  if (sender) return sender
  for (const { trackPublications } of remoteParticipants.values()) {
    for (const { track } of trackPublications.values()) if (track?.receiver) return track.receiver
  }
  return undefined
}

/** The traffic since the connection began; null while there is nothing to ask. */
export async function trafficOf(room: Room): Promise<Traffic | null> {
  const report = await endToAsk(room)?.getStats()
  if (!report) return null
  const traffic = { receivedBytes: 0, sentVideoBytes: 0 }
  for (const [, { type, kind, bytesReceived = 0, bytesSent = 0 }] of report as Map<string, Entry>) {
    if (type === 'candidate-pair') traffic.receivedBytes += bytesReceived
    if (type === 'outbound-rtp' && kind === 'video') traffic.sentVideoBytes += bytesSent
  }
  return traffic
}
