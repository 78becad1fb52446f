import { RoomEvent, Track } from 'livekit-client'
import { useEffect, useState } from 'react'
import {
  applyShareHint,
  rememberedShareHint,
  rememberShareHint,
  type ShareHint,
} from '../../../platform/livekit/share-hint.ts'
import { useCall } from './call-context.ts'

/** Whether one's shared screen is sent sharp or smooth, through every new connection, and how to change it. */
export function useShareHint(): [ShareHint, (hint: ShareHint) => void] {
  const { room } = useCall()
  const [hint, setHint] = useState(rememberedShareHint)
  useEffect(() => {
    const apply = () => {
      const track = room.localParticipant.getTrackPublication(Track.Source.ScreenShare)?.videoTrack
      if (track) void applyShareHint(track, hint)
    }
    apply()
    room.on(RoomEvent.LocalTrackPublished, apply)
    return () => void room.off(RoomEvent.LocalTrackPublished, apply)
  }, [room, hint])

  const choose = (hint: ShareHint) => {
    rememberShareHint(hint)
    setHint(hint)
  }
  return [hint, choose]
}
