/** Moments of the page, in milliseconds since 1970 by the one clock of the machine, so that pages can be compared. */
export interface PageMarks {
  /** The start of the navigation, and when a form could first be sent. */
  readonly opened: number
  readonly formShown: Promise<number>
  /** When a media connection was first up, and when somebody else was first seen and heard. */
  readonly connected: Promise<number>
  readonly remoteFrame: Promise<number>
  readonly remoteSound: Promise<number>
  /** When the picture of this participant was first shown. */
  frameOf(identity: string): Promise<number>
  /** When the first picture of somebody else from this moment on was shown. */
  frameSince(moment: number): Promise<number>
  /** When somebody else was first heard from this moment on. */
  soundSince(moment: number): Promise<number>
  /** When an element was first painted; if it is there already, now. */
  painted(selector: string): Promise<number>
  /** When the next click was made, by the browser's own stamp on the event. */
  clicked(): Promise<number>
}

declare global {
  interface Window {
    visavisMarks: PageMarks
  }
}

/** Runs inside the page before its own scripts, so it may use nothing from outside its own body. */
export function installPageMarks({ form }: { form: string }): void {
  const soundEveryMs = 15
  const audibleEnergy = 1e-6
  const now = () => performance.timeOrigin + performance.now()
  const remoteTracks = new Set<string>()
  const frames = new EventTarget()
  const firstFrameOf = new Map<string, number>()
  const connected = Promise.withResolvers<number>()
  const remoteFrame = Promise.withResolvers<number>()
  const remoteSound = Promise.withResolvers<number>()

  const voices = new Set<RTCRtpReceiver>()
  /** Of every track the statistics tell how much sound has been played; silence has no energy. */
  async function energyOf(receiver: RTCRtpReceiver) {
    // One of a connection that is closed has nothing to tell.
    const stats = await receiver.getStats().catch(() => new Map())
    for (const [, entry] of stats as Map<string, { totalAudioEnergy?: number }>)
      if (entry.totalAudioEnergy !== undefined) return entry.totalAudioEnergy
    return 0
  }
  const shortly = () => new Promise((resolve) => setTimeout(resolve, soundEveryMs))
  async function listenTo(receiver: RTCRtpReceiver) {
    while ((await energyOf(receiver)) < audibleEnergy) await shortly()
    remoteSound.resolve(now())
  }
  async function soundSince(moment: number) {
    const before = new Map<RTCRtpReceiver, number>()
    for (;;) {
      for (const voice of voices) {
        const energy = await energyOf(voice)
        if (now() >= moment && energy - (before.get(voice) ?? 0) > audibleEnergy) return now()
        before.set(voice, energy)
      }
      await shortly()
    }
  }

  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration)
      this.addEventListener('connectionstatechange', () => {
        if (this.connectionState === 'connected') connected.resolve(now())
      })
      this.addEventListener('track', ({ track, receiver }) => {
        if (track.kind === 'video') return void remoteTracks.add(track.id)
        voices.add(receiver)
        void listenTo(receiver)
      })
    }
  }

  const watched = new WeakSet<HTMLVideoElement>()
  function watch(video: HTMLVideoElement) {
    if (watched.has(video)) return
    watched.add(video)
    video.requestVideoFrameCallback(function shown() {
      video.requestVideoFrameCallback(shown)
      const [track] = video.srcObject instanceof MediaStream ? video.srcObject.getVideoTracks() : []
      if (!track || !remoteTracks.has(track.id)) return
      const identity = video.closest('[data-participant-identity]')?.getAttribute('data-participant-identity')
      if (identity && !firstFrameOf.has(identity)) firstFrameOf.set(identity, now())
      remoteFrame.resolve(now())
      frames.dispatchEvent(new Event('frame'))
    })
  }
  const watchAll = () => document.querySelectorAll('video').forEach(watch)
  new MutationObserver(watchAll).observe(document, { childList: true, subtree: true })

  function whenFrame(find: () => number | undefined): Promise<number> {
    const { promise, resolve } = Promise.withResolvers<number>()
    function look() {
      const at = find()
      if (at === undefined) return
      frames.removeEventListener('frame', look)
      resolve(at)
    }
    frames.addEventListener('frame', look)
    return promise
  }

  function painted(selector: string): Promise<number> {
    const { promise, resolve } = Promise.withResolvers<number>()
    const observer = new MutationObserver(look)
    function look() {
      if (!document.querySelector(selector)) return
      observer.disconnect()
      requestAnimationFrame(() => resolve(now()))
    }
    observer.observe(document, { childList: true, subtree: true, attributes: true })
    look()
    return promise
  }

  window.visavisMarks = {
    opened: performance.timeOrigin,
    formShown: painted(form),
    connected: connected.promise,
    remoteFrame: remoteFrame.promise,
    remoteSound: remoteSound.promise,
    frameOf: async (identity) => firstFrameOf.get(identity) ?? (await whenFrame(() => firstFrameOf.get(identity))),
    frameSince: (moment) => whenFrame(() => (now() >= moment ? now() : undefined)),
    soundSince,
    painted,
    clicked() {
      const { promise, resolve } = Promise.withResolvers<number>()
      const stamp = ({ timeStamp }: Event) => resolve(performance.timeOrigin + timeStamp)
      document.addEventListener('click', stamp, { capture: true, once: true })
      return promise
    },
  }
}
