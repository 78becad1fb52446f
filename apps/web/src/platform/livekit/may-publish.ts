import { type LocalParticipant, Track } from 'livekit-client'

/** Whether the SFU takes this from the participant; everything until it has said. To LiveKit no source listed is every source. */
export function mayPublish({ permissions }: Pick<LocalParticipant, 'permissions'>, source: Track.Source): boolean {
  if (!permissions) return true
  const { canPublish, canPublishSources: listed } = permissions
  return canPublish && (listed.length === 0 || listed.includes(Track.sourceToProto(source)))
}
