import { loudnessOf } from './level-meter.ts'

/** What a track gave in the last moment (about 85 ms). */
export interface Sound {
  /** Nothing but zeros: no microphone that works is as quiet as that. */
  zero: boolean
  /** 0 to 1, on the scale that ears use. */
  loudness: number
}

export type LevelProbe = ReturnType<typeof createLevelProbe>

/** Listens to one track after the other, when it is asked, and plays nothing. */
export function createLevelProbe() {
  const context = new AudioContext()
  const analyser = new AnalyserNode(context, { fftSize: 4096 })
  const samples = new Float32Array(analyser.fftSize)
  let source: MediaStreamAudioSourceNode | null = null
  return {
    listen(track: MediaStreamTrack | null) {
      source?.disconnect()
      source = track && context.createMediaStreamSource(new MediaStream([track]))
      source?.connect(analyser)
    },
    /** Null where there is nothing to listen to, or the browser does not let the page listen (yet). */
    read(): Sound | null {
      if (source === null || context.state !== 'running') {
        void context.resume().catch(() => undefined)
        return null
      }
      analyser.getFloatTimeDomainData(samples)
      return { zero: samples.every((sample) => sample === 0), loudness: loudnessOf(samples) }
    },
    stop() {
      source?.disconnect()
      void context.close()
    },
  }
}
