import type { PictureSize } from '@visavis/contracts'
import { LocalVideoTrack, type Participant, RemoteTrackPublication, type Room, RoomEvent, Track } from 'livekit-client'
import { limitReceiving, limitSending } from '../../../platform/livekit/limit-pictures.ts'
import { cameraResolution, constraintsFor } from '../../../platform/media/capture.ts'
import { isWeakDevice, thisDevice } from '../../../platform/media/device-class.ts'
import { settings } from '../../../platform/settings.ts'
import type { PictureLimitsStore } from '../model/picture-limits.ts'
import type { Sparing } from '../model/sparing.ts'

const againEveryMs = 2000
const heights: Record<PictureSize, number> = { auto: Infinity, '720p': 720, '360p': 360, '180p': 180 }
/** What a weak device is sent, unless its owner has chosen otherwise: a phone's dense screen would ask for more. */
const onWeakDevice = 360
/** A camera switched on again by hand while the connection is spared. */
const whileSparing = { send: 180, receive: 180 }

const cameraOf = (participant: Participant) => participant.getTrackPublication(Track.Source.Camera)

/** Makes the visitor's choices and the spared connection limits, and holds every camera of the call to all limits. */
export function holdPictures(room: Room, limits: PictureLimitsStore, sparing: Sparing): () => void {
  const weak = isWeakDevice(thisDevice())
  let held = false

  function choose() {
    const { send, receive } = settings.get().video
    limits.hold('chosen', {
      send: heights[send],
      receive: weak && receive === 'auto' ? onWeakDevice : heights[receive],
    })
    widen()
  }
  /** A camera that was opened small gives more once that is wanted. */
  function widen() {
    const own = cameraOf(room.localParticipant)?.track?.mediaStreamTrack
    const { height = 0 } = own?.getSettings() ?? {}
    // One that cannot is left as it is.
    if (weak && height < cameraResolution().height)
      void own?.applyConstraints(constraintsFor('camera')).catch(() => undefined)
  }
  function spare() {
    limits.hold('sparing', sparing.getState().sparing ? whileSparing : {})
  }
  function apply() {
    // What was never held back is left as livekit-client has made it.
    if (!held) return
    const { send, receive, framesPerSecond } = limits.getState()
    const own = cameraOf(room.localParticipant)?.track
    if (own instanceof LocalVideoTrack) void limitSending(own, { send, framesPerSecond })
    for (const participant of room.remoteParticipants.values()) {
      const publication = cameraOf(participant)
      if (publication instanceof RemoteTrackPublication) limitReceiving(publication, receive)
    }
  }
  function changed() {
    held = true
    apply()
  }

  const stops = [settings.subscribe(choose), sparing.subscribe(spare), limits.subscribe(changed)]
  const arrivals = [RoomEvent.TrackSubscribed, RoomEvent.LocalTrackPublished, RoomEvent.TrackUnmuted] as const
  for (const event of arrivals) room.on(event, apply)
  room.on(RoomEvent.TrackUnmuted, widen)
  // livekit-client gives layers their own size again with a new camera, and in Firefox whenever somebody watches them.
  const timer = setInterval(apply, againEveryMs)
  choose()
  spare()
  return () => {
    clearInterval(timer)
    room.off(RoomEvent.TrackUnmuted, widen)
    for (const event of arrivals) room.off(event, apply)
    for (const stop of stops) stop()
  }
}
