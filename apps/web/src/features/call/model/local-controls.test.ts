import { EventEmitter } from 'node:events'
import { ConnectionState, type LocalTrack, type Room, RoomEvent, Track, TrackEvent } from 'livekit-client'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createLocalControls } from './local-controls.ts'

const { Microphone, Camera, ScreenShare, ScreenShareAudio } = Track.Source

class FakeTrack extends EventEmitter {
  isMuted = false
  readonly source: Track.Source
  readonly mediaStreamTrack = { readyState: 'live' }
  constructor(source: Track.Source) {
    super()
    this.source = source
  }
  async mute() {
    this.isMuted = true
    this.emit(TrackEvent.Muted)
    if (this.source === Camera) this.mediaStreamTrack.readyState = 'ended'
  }
  async unmute() {
    this.isMuted = false
    this.mediaStreamTrack.readyState = 'live'
  }
  stop() {
    this.mediaStreamTrack.readyState = 'ended'
  }
}

/** As much of a room as the controls touch. */
class FakeRoom {
  state: ConnectionState = ConnectionState.Connecting
  readonly listeners = new Map<string, ((...values: never[]) => void)[]>()
  readonly published = new Set<FakeTrack>()
  readonly localParticipant = {
    permissions: undefined as { canPublish: boolean; canPublishSources: number[] } | undefined,
    isLocal: true,
    trackPublications: { values: () => [...this.published].map((track) => ({ track })) },
    publishTrack: vi.fn(async (track: FakeTrack) => this.published.add(track)),
    unpublishTrack: vi.fn(async (track: FakeTrack, stop: boolean) => {
      this.published.delete(track)
      if (stop) track.stop()
    }),
    createTracks: vi.fn(async ({ video }: { video?: boolean }) => [new FakeTrack(video ? Camera : Microphone)]),
    createScreenTracks: vi.fn(async () => [new FakeTrack(ScreenShare), new FakeTrack(ScreenShareAudio)]),
  }
  on(event: string, listener: (...values: never[]) => void) {
    this.listeners.set(event, [...(this.listeners.get(event) ?? []), listener])
    return this
  }
  emit(event: RoomEvent, ...values: unknown[]) {
    for (const listener of this.listeners.get(event) ?? []) listener(...(values as never[]))
  }
  connect() {
    this.state = ConnectionState.Connected
    this.emit(RoomEvent.SignalConnected)
  }
  /** livekit-client unpublishes what it had when it gives a connection up. */
  lose() {
    for (const track of this.published) this.emit(RoomEvent.LocalTrackUnpublished, { track, source: track.source })
    this.published.clear()
    this.state = ConnectionState.Disconnected
  }
  sources = () => [...this.published].map(({ source }) => source).sort()
}

let room: FakeRoom
const onFailed = vi.fn()
const onWithheld = vi.fn()
beforeEach(() => {
  room = new FakeRoom()
  onFailed.mockReset()
  onWithheld.mockReset()
})
const controls = (...tracks: FakeTrack[]) =>
  createLocalControls(room as unknown as Room, tracks as unknown as LocalTrack[], onFailed, onWithheld)

test('what was opened before the call is published as soon as signalling answers', async () => {
  const local = controls(new FakeTrack(Microphone), new FakeTrack(Camera))
  expect(local.getState()).toMatchObject({ microphone: true, camera: true, share: false })
  expect(room.localParticipant.publishTrack).not.toHaveBeenCalled()
  room.connect()
  await vi.waitFor(() => expect(room.sources()).toEqual([Camera, Microphone]))
})

test('a microphone that is muted on the way in is off before it is published', async () => {
  const microphone = new FakeTrack(Microphone)
  const local = controls(microphone)
  await microphone.mute()
  expect(local.getState().microphone).toBe(false)
})

test('a device that was not opened before opens on the first click', async () => {
  const local = controls()
  room.connect()
  const done = local.set('camera', true)
  expect(local.getState().camera).toBe(true)
  await done
  expect(room.sources()).toEqual([Camera])
  expect(local.getCameraTrack()).not.toBeNull()
})

test('another camera in place of the one that was open is told, each time', () => {
  const camera = new FakeTrack(Camera)
  const local = controls(camera)
  for (const _connection of [1, 2]) room.emit(RoomEvent.LocalTrackPublished, { track: camera, source: Camera })
  const heard = vi.fn()
  local.subscribe(heard)
  camera.emit(TrackEvent.Restarted)
  camera.emit(TrackEvent.Restarted)
  expect(heard).toHaveBeenCalledTimes(2)
})

test('a device that does not open takes its promise back and says why', async () => {
  const local = controls()
  room.connect()
  const fault = new DOMException('in use', 'NotReadableError')
  room.localParticipant.createTracks.mockRejectedValueOnce(fault)
  await local.set('camera', true)
  expect(local.getState().camera).toBe(false)
  expect(onFailed).toHaveBeenCalledWith('camera', fault)
})

describe('after a lost connection', () => {
  test('what was on is published again, what was muted stays so, a camera that is off stays unopened', async () => {
    const microphone = new FakeTrack(Microphone)
    const camera = new FakeTrack(Camera)
    const local = controls(microphone, camera)
    room.connect()
    await vi.waitFor(() => expect(room.sources()).toHaveLength(2))
    await local.set('microphone', false)
    await local.set('camera', false)
    room.lose()
    room.connect()
    await vi.waitFor(() => expect(room.sources()).toEqual([Microphone]))
    expect(microphone.isMuted).toBe(true)
    expect(local.getState()).toMatchObject({ microphone: false, camera: false, share: false })
    await local.set('camera', true)
    expect(room.sources()).toEqual([Camera, Microphone])
  })

  test('a shared screen goes on', async () => {
    const local = controls()
    room.connect()
    await local.set('share', true)
    room.lose()
    expect(local.getState().share).toBe(true)
    room.connect()
    await vi.waitFor(() => expect(room.sources()).toEqual([ScreenShare, ScreenShareAudio].sort()))
  })

  test('one may mute while there is no connection', async () => {
    const local = controls(new FakeTrack(Microphone))
    room.connect()
    room.lose()
    await local.set('microphone', false)
    expect(local.getState().microphone).toBe(false)
  })
})

describe('a shared screen', () => {
  test('stops with its sound, and the browser is told', async () => {
    const local = controls()
    room.connect()
    await local.set('share', true)
    const tracks = [...room.published]
    await local.set('share', false)
    expect(room.sources()).toEqual([])
    expect(tracks.map(({ mediaStreamTrack }) => mediaStreamTrack.readyState)).toEqual(['ended', 'ended'])
  })

  test('that the browser ended is over here too', async () => {
    const local = controls()
    room.connect()
    await local.set('share', true)
    const [track] = room.published
    track?.stop()
    room.emit(RoomEvent.LocalTrackUnpublished, { track, source: ScreenShare })
    expect(local.getState().share).toBe(false)
  })

  test('closing the browser’s choice is a change of mind, not a fault', async () => {
    const local = controls()
    room.connect()
    room.localParticipant.createScreenTracks.mockRejectedValueOnce(new DOMException('denied', 'NotAllowedError'))
    await local.set('share', true)
    expect(local.getState().share).toBe(false)
    expect(onFailed).not.toHaveBeenCalled()
  })
})

test('what the SFU refuses is told', async () => {
  const refusal = new Error('insufficient permissions')
  room.localParticipant.publishTrack.mockRejectedValueOnce(refusal)
  controls(new FakeTrack(Camera))
  room.connect()
  await vi.waitFor(() => expect(onFailed).toHaveBeenCalledWith('camera', refusal))
})

test('what does not get through is published anew, and stays open meanwhile', async () => {
  const microphone = new FakeTrack(Microphone)
  const local = controls(microphone)
  await local.publishAnew('microphone')
  expect(room.localParticipant.publishTrack).not.toHaveBeenCalled()
  room.connect()
  await vi.waitFor(() => expect(room.sources()).toEqual([Microphone]))
  await local.publishAnew('microphone')
  expect(room.localParticipant.unpublishTrack).toHaveBeenCalledExactlyOnceWith(microphone, false)
  expect(room.localParticipant.publishTrack).toHaveBeenCalledTimes(2)
  expect(room.sources()).toEqual([Microphone])
  expect(local.getState().microphone).toBe(true)
})

describe('what hosts do not let one publish', () => {
  const allow = (...sources: Track.Source[]) => {
    const canPublishSources = sources.map((source) => Track.sourceToProto(source))
    room.localParticipant.permissions = { canPublish: sources.length > 0, canPublishSources }
    room.emit(RoomEvent.ParticipantPermissionsChanged, undefined, room.localParticipant)
  }
  const withheld = (local: ReturnType<typeof controls>) => [...local.getState().withheld]

  test('is off from the beginning, is not published, and is said', async () => {
    room.localParticipant.permissions = { canPublish: false, canPublishSources: [] }
    const local = controls(new FakeTrack(Microphone), new FakeTrack(Camera))
    room.connect()
    await expect.poll(() => [local.getState().microphone, local.getState().camera]).toEqual([false, false])
    expect(room.sources()).toEqual([])
    expect(onWithheld.mock.calls.flat()).toEqual(['microphone', 'camera'])
    await local.set('microphone', true)
    expect(local.getState().microphone).toBe(false)
    expect(room.localParticipant.publishTrack).not.toHaveBeenCalled()
  })

  test('goes off when it is withdrawn, and may be switched on again once it is given back', async () => {
    const local = controls(new FakeTrack(Microphone), new FakeTrack(Camera))
    room.connect()
    await local.set('share', true)
    allow(Microphone)
    await expect.poll(() => [local.getState().camera, local.getState().share]).toEqual([false, false])
    expect(local.getState().microphone).toBe(true)
    expect(withheld(local)).toEqual(['camera', 'share'])
    expect(onFailed).not.toHaveBeenCalled()
    allow(Microphone, Camera)
    expect(withheld(local)).toEqual(['share'])
    await local.set('camera', true)
    expect(local.getState().camera).toBe(true)
  })
})
