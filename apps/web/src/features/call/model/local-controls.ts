import {
  ConnectionState,
  type LocalTrack,
  type LocalTrackPublication,
  type Participant,
  type Room,
  RoomEvent,
  ScreenSharePresets,
  Track,
  TrackEvent,
  type TrackPublication,
} from 'livekit-client'
import { mayPublish } from '../../../platform/livekit/may-publish.ts'
import { faultOf } from '../../../platform/media/faults.ts'

export type LocalKind = 'microphone' | 'camera' | 'share'

/** What of the visitor's is on, whether or not the SFU is there to hear of it; and what hosts do not let them publish. */
export type LocalState = Readonly<Record<LocalKind, boolean>> & { readonly withheld: ReadonlySet<LocalKind> }

export type LocalControls = ReturnType<typeof createLocalControls>

const { Microphone, Camera, ScreenShare, ScreenShareAudio } = Track.Source
const sourceOf = { microphone: Microphone, camera: Camera, share: ScreenShare } as const
const kinds = ['microphone', 'camera', 'share'] as const

/**
 * The visitor's microphone, camera and shared screen through all connections of one call: published as soon as the SFU's
 * signalling answers, while media is still being connected, and again after every new connection, on or off as they were.
 */
export function createLocalControls(
  room: Room,
  initial: readonly LocalTrack[],
  onFailed: (kind: LocalKind, error: unknown) => void,
  onWithheld: (kind: LocalKind) => void,
) {
  const tracks = new Map<Track.Source, LocalTrack>(initial.map((track) => [track.source, track]))
  /** What a click asked for while the browser is still opening or closing the device. */
  const wanted = new Map<LocalKind, boolean>()
  const listeners = new Set<() => void>()
  let state = read()

  function read(): LocalState {
    const isOn = (kind: LocalKind) => {
      const track = tracks.get(sourceOf[kind])
      return wanted.get(kind) ?? (track !== undefined && !track.isMuted)
    }
    const withheld = new Set(kinds.filter((kind) => !mayPublish(room.localParticipant, sourceOf[kind])))
    return { microphone: isOn('microphone'), camera: isOn('camera'), share: isOn('share'), withheld }
  }
  function changed() {
    state = read()
    for (const listener of listeners) listener()
  }

  const isPublished = (track: LocalTrack) =>
    [...room.localParticipant.trackPublications.values()].some((publication) => publication.track === track)
  // A camera that is off has no picture to publish; it is opened anew when it is switched on.
  const canPublish = (track: LocalTrack) => track.mediaStreamTrack.readyState === 'live'

  async function publish(track: LocalTrack) {
    if (room.state === ConnectionState.Disconnected || !canPublish(track) || isPublished(track)) return
    if (!mayPublish(room.localParticipant, track.source)) return
    try {
      await room.localParticipant.publishTrack(track)
    } catch (error) {
      // A connection that broke in between publishes again by itself.
      if (room.state === ConnectionState.Connected) onFailed(kindOf(track.source), error)
    }
  }

  function keep({ track, source }: LocalTrackPublication) {
    if (track) tracks.set(source, track)
    // Another device has taken its place: a phone's other camera is seen another way round.
    track?.off(TrackEvent.Restarted, changed).on(TrackEvent.Restarted, changed)
    changed()
  }
  // Also told when a connection is lost: what still runs is kept for the next one.
  function drop({ track, source }: LocalTrackPublication) {
    if (track && track.mediaStreamTrack.readyState === 'ended' && !track.isMuted) tracks.delete(source)
    changed()
  }

  async function open(kind: LocalKind) {
    const local = room.localParticipant
    const opened =
      kind === 'share'
        ? await local.createScreenTracks({
            audio: true,
            resolution: ScreenSharePresets.h1080fps15.resolution,
            contentHint: 'detail',
            selfBrowserSurface: 'exclude',
            surfaceSwitching: 'include',
            systemAudio: 'include',
          })
        : await local.createTracks({ [kind === 'camera' ? 'video' : 'audio']: true })
    for (const track of opened) tracks.set(track.source, track)
    await Promise.all(opened.map(publish))
  }

  async function closeShare() {
    for (const source of [ScreenShare, ScreenShareAudio]) {
      const track = tracks.get(source)
      tracks.delete(source)
      if (track && isPublished(track)) await room.localParticipant.unpublishTrack(track, true)
      else track?.stop()
    }
  }

  // A host has stopped it: what was captured is not to go on unseen. Oneself one only closes it.
  function closeIfStopped({ source }: TrackPublication, { isLocal }: Participant) {
    if (isLocal && source === ScreenShare && !wanted.has('share')) void closeShare().finally(changed)
  }

  async function apply(kind: LocalKind, on: boolean) {
    const track = tracks.get(sourceOf[kind])
    if (!on) await (kind === 'share' ? closeShare() : track?.mute())
    else if (!track) await open(kind)
    else {
      await track.unmute()
      await publish(track)
    }
  }

  /** What hosts do not let one publish is switched off here too: nobody talks to a closed door. */
  async function obey() {
    changed()
    for (const kind of kinds) {
      if (!state.withheld.has(kind) || !state[kind]) continue
      onWithheld(kind)
      await apply(kind, false)
    }
    changed()
  }

  // One that comes in muted is so a moment after it was made, and the room tells nothing of it before it is published.
  for (const track of initial) track.on(TrackEvent.Muted, changed)
  room
    .on(RoomEvent.SignalConnected, () => {
      void obey()
      void Promise.all([...tracks.values()].map(publish))
    })
    .on(RoomEvent.ParticipantPermissionsChanged, (_before, participant) => participant.isLocal && void obey())
    .on(RoomEvent.LocalTrackPublished, keep)
    .on(RoomEvent.LocalTrackUnpublished, drop)
    .on(RoomEvent.ActiveDeviceChanged, changed)
    .on(RoomEvent.TrackMuted, changed)
    .on(RoomEvent.TrackMuted, closeIfStopped)
    .on(RoomEvent.TrackUnmuted, changed)

  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    getState: () => state,
    /** The camera's track while it is on: seen by oneself before the SFU has it. */
    getCameraTrack: (): LocalTrack | null => (state.camera ? (tracks.get(Camera) ?? null) : null),

    /** What has been opened, on or off. */
    getTrack: (kind: LocalKind): LocalTrack | null => tracks.get(sourceOf[kind]) ?? null,

    /** Switches on or off; the state says so at once and takes it back when the browser refuses. */
    async set(kind: LocalKind, on: boolean): Promise<void> {
      if (wanted.has(kind)) return
      if (on && state.withheld.has(kind)) return onWithheld(kind)
      wanted.set(kind, on)
      changed()
      try {
        await apply(kind, on)
      } catch (error) {
        if (!(kind === 'share' && isChangeOfMind(error))) onFailed(kind, error)
      } finally {
        wanted.delete(kind)
        changed()
      }
    },

    /** Publishes what is on once more, for somebody to whom it does not get through. */
    async publishAnew(kind: LocalKind): Promise<void> {
      const track = tracks.get(sourceOf[kind])
      if (!track || wanted.has(kind) || room.state !== ConnectionState.Connected) return
      if (isPublished(track)) await room.localParticipant.unpublishTrack(track, false)
      await publish(track)
    },

    /** What the devices give: what goes on elsewhere is kept when they are closed here. */
    getMedia: () => new Set([...tracks.values()].map(({ mediaStreamTrack }) => mediaStreamTrack)),

    /** Closes every device, for good, but what is to be kept. */
    stop(kept: ReadonlySet<MediaStreamTrack> = new Set()) {
      for (const track of tracks.values()) if (!kept.has(track.mediaStreamTrack)) track.stop()
    },
  }
}

const kindOf = (source: Track.Source): LocalKind =>
  source === Microphone ? 'microphone' : source === Camera ? 'camera' : 'share'

// Closing the browser's choice of screens is no fault.
const isChangeOfMind = (error: unknown) => ['denied', 'dismissed'].includes(faultOf(error))
