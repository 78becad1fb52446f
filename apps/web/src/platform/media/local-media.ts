import { capture, permissionOf } from './capture.ts'
import { type DeviceSort, type Devices, listDevices, noDevices, onDeviceChange } from './devices.ts'
import { environmentFault, faultOf, type MediaFault } from './faults.ts'
import { type CaptureKind, preferDevice, preferOn, preferredDevice, prefersOn } from './preferences.ts'

/** A camera or microphone before the call. `on` is what the visitor wants, `status` what became of it. */
export interface Capture {
  readonly on: boolean
  readonly status: 'idle' | 'starting' | 'live' | 'faulty'
  readonly track: MediaStreamTrack | null
  readonly fault: MediaFault | null
}

export interface LocalMediaState {
  readonly camera: Capture
  readonly microphone: Capture
  readonly devices: Devices
  /** Ids of the devices in use, or chosen for later; null when the browser decides. */
  readonly chosen: Readonly<Record<DeviceSort, string | null>>
}

/** What a call takes over: open tracks, and whether each is to be seen or heard at once. */
export interface TakenMedia {
  readonly camera: MediaStreamTrack | null
  readonly microphone: { track: MediaStreamTrack; muted: boolean } | null
  /** What the visitor wants on and the browser is still opening: the call opens it. */
  readonly late: readonly CaptureKind[]
  readonly speakerId: string | null
}

export type LocalMedia = ReturnType<typeof createLocalMedia>

const both = ['camera', 'microphone'] as const
const handedOver = (capture: Capture): Capture => ({ ...capture, status: 'idle', track: null })

/**
 * The visitor's camera and microphone before the call: asks for both in one question, tells apart why one of them gives
 * nothing, and hands the open tracks to the call, so that nothing is opened twice. Framework-free; never throws.
 */
export function createLocalMedia() {
  const idle = (kind: CaptureKind): Capture => ({ on: prefersOn(kind), status: 'idle', track: null, fault: null })
  let state: LocalMediaState = {
    camera: idle('camera'),
    microphone: idle('microphone'),
    devices: noDevices,
    chosen: {
      camera: preferredDevice('camera'),
      microphone: preferredDevice('microphone'),
      speaker: preferredDevice('speaker'),
    },
  }
  let running = new AbortController()
  const listeners = new Set<() => void>()

  function set(change: Partial<LocalMediaState>) {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  const update = (kind: CaptureKind, change: Partial<Capture>) => set({ [kind]: { ...state[kind], ...change } })

  function release(kind: CaptureKind) {
    state[kind].track?.stop()
    update(kind, { status: 'idle', track: null, fault: null })
  }

  function adopt(kind: CaptureKind, track: MediaStreamTrack, { signal }: AbortController) {
    if (signal.aborted || !state[kind].on) return track.stop()
    if (state[kind].track !== track) state[kind].track?.stop()
    // Unplugged, or forbidden while it ran: once more, for there may be another device.
    track.addEventListener('ended', () => state[kind].track === track && void open([kind]), { signal })
    update(kind, { status: 'live', track, fault: null })
    set({ chosen: { ...state.chosen, [kind]: track.getSettings().deviceId ?? state.chosen[kind] } })
  }

  async function open(kinds: readonly CaptureKind[]): Promise<void> {
    const mine = running
    if (kinds.length === 0) return
    for (const kind of kinds) update(kind, { status: 'starting', track: null, fault: null })
    try {
      for (const [kind, track] of await capture(kinds)) adopt(kind, track, mine)
      await refreshDevices()
    } catch (error) {
      if (!mine.signal.aborted) await explain(kinds, faultOf(error))
    }
  }

  /** One question for two devices has one answer: find out which of them is meant. */
  async function explain(kinds: readonly CaptureKind[], fault: MediaFault): Promise<void> {
    const permissions = await Promise.all(kinds.map(permissionOf))
    for (const [index, kind] of kinds.entries()) {
      const permission = permissions[index] ?? null
      permission?.addEventListener('change', () => permission.state === 'granted' && retry(kind), {
        signal: running.signal,
        once: true,
      })
      const refused = fault === 'denied' || fault === 'dismissed'
      const mayAskAlone = kinds.length > 1 && (refused ? permission?.state === 'granted' : fault !== 'system-denied')
      if (mayAskAlone) await open([kind])
      else update(kind, { status: 'faulty', fault: refused && permission?.state === 'prompt' ? 'dismissed' : fault })
    }
  }

  async function refreshDevices() {
    const devices = await listDevices().catch(() => noDevices)
    if (!running.signal.aborted) set({ devices })
  }

  function retry(kind: CaptureKind) {
    if (state[kind].on && state[kind].status === 'faulty') void open([kind])
  }

  function switchOn(kind: CaptureKind, on: boolean) {
    preferOn(kind, on)
    update(kind, { on })
    const { track } = state[kind]
    // A camera that is off is closed, and its light with it. A microphone stays open: unmuting must not cost a syllable.
    if (kind === 'microphone' && track) track.enabled = on
    else if (on) void open([kind])
    else release(kind)
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    getState: () => state,

    /** Opens what the visitor wants open, in one question. */
    start() {
      running.abort()
      running = new AbortController()
      const fault = environmentFault()
      if (fault) for (const kind of both) update(kind, { status: 'faulty', fault })
      else {
        running.signal.addEventListener(
          'abort',
          onDeviceChange(() => void refreshDevices()),
        )
        void open(both.filter((kind) => state[kind].on))
      }
    },

    toggle: (kind: CaptureKind) => switchOn(kind, !state[kind].on || state[kind].status === 'faulty'),
    retry,

    /** Uses another device from now on, and the next time. */
    choose(sort: DeviceSort, id: string) {
      preferDevice(sort, id)
      set({ chosen: { ...state.chosen, [sort]: id } })
      if (sort === 'speaker' || !state[sort].on) return
      release(sort)
      void open([sort])
    },

    /** Hands the open tracks over to the call: from here on they are the caller's to stop. */
    take(): TakenMedia {
      const { camera, microphone, chosen } = state
      const late = both.filter((kind) => state[kind].on && state[kind].status === 'starting')
      running.abort()
      // Nobody is told: the preview keeps its picture until the call is drawn over it.
      state = { ...state, camera: handedOver(camera), microphone: handedOver(microphone) }
      return {
        camera: camera.track,
        microphone: microphone.track && { track: microphone.track, muted: !microphone.on },
        late,
        speakerId: chosen.speaker,
      }
    },

    /** Closes everything that was not handed over. */
    stop() {
      running.abort()
      for (const kind of both) release(kind)
    },
  }
}
