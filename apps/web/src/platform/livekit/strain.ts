import { LocalVideoTrack, RemoteVideoTrack, type Room, Track, type TrackPublication } from 'livekit-client'

/** How the browser copes with the pictures of a call. */
export interface Strain {
  /** The encoder has made one's own picture smaller or slower for want of processor time. */
  encoderLimited: boolean
  /** Of the pictures that came in since the last look, the share that was dropped; 0 to 1. */
  droppedShare: number
  /** Other people's cameras that are on. */
  cameras: number
  sends: boolean
}

/** The processor is the same for all of them, and statistics cost time too. */
const lookAtMost = 4
/** Fewer say nothing. */
const picturesAtLeast = 20

const isShown = (track: TrackPublication['track']): track is RemoteVideoTrack =>
  track instanceof RemoteVideoTrack && track.attachedElements.length > 0

async function isEncoderLimited(track: LocalVideoTrack): Promise<boolean> {
  return (await track.getSenderStats()).some(({ qualityLimitationReason }) => qualityLimitationReason === 'cpu')
}

/** Looks at a room's pictures; each look counts from the one before. */
export function createStrainProbe(room: Room): () => Promise<Strain> {
  let before = new Map<RemoteVideoTrack, { decoded: number; dropped: number }>()

  async function droppedShare(tracks: readonly RemoteVideoTrack[]): Promise<number> {
    const now: typeof before = new Map()
    const sum = { decoded: 0, dropped: 0 }
    for (const track of tracks) {
      const stats = await track.getReceiverStats()
      const counts = { decoded: stats?.framesDecoded ?? 0, dropped: stats?.framesDropped ?? 0 }
      const last = before.get(track)
      now.set(track, counts)
      if (!last) continue
      sum.decoded += counts.decoded - last.decoded
      sum.dropped += counts.dropped - last.dropped
    }
    before = now
    const all = sum.decoded + sum.dropped
    return all < picturesAtLeast ? 0 : sum.dropped / all
  }

  return async () => {
    const own = room.localParticipant.getTrackPublication(Track.Source.Camera)
    const others = [...room.remoteParticipants.values()].flatMap(
      (participant) => participant.getTrackPublication(Track.Source.Camera) ?? [],
    )
    const on = others.filter(({ isMuted }) => !isMuted)
    const shown = on.map(({ track }) => track).filter(isShown)
    const sends = own?.track instanceof LocalVideoTrack && !own.isMuted
    return {
      encoderLimited: sends && own.track instanceof LocalVideoTrack && (await isEncoderLimited(own.track)),
      droppedShare: await droppedShare(shown.slice(0, lookAtMost)),
      cameras: on.length,
      sends,
    }
  }
}
