/** Speech at arm's length is about -35 dBFS and louder; below -60 is the room. */
const quietestDb = -60
const loudestDb = -12

/** A root mean square of samples as 0 to 1 on the scale that ears use. */
export function loudnessOf(samples: Float32Array): number {
  let sum = 0
  for (const sample of samples) sum += sample * sample
  const db = 10 * Math.log10(sum / samples.length || Number.MIN_VALUE)
  return Math.min(1, Math.max(0, (db - quietestDb) / (loudestDb - quietestDb)))
}

/**
 * Calls back with the loudness of a microphone, 0 to 1, with every frame that the page paints, until the returned function
 * is called. Silent where the browser lets no page listen before it was touched; listens from the first touch on.
 */
export function watchLevel(track: MediaStreamTrack, onLevel: (level: number) => void): () => void {
  const context = new AudioContext()
  const analyser = new AnalyserNode(context, { fftSize: 1024 })
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser)
  const samples = new Float32Array(analyser.fftSize)
  const controller = new AbortController()
  const wake = () => void context.resume().catch(() => undefined)
  for (const touch of ['pointerdown', 'keydown']) document.addEventListener(touch, wake, { signal: controller.signal })

  let frame = requestAnimationFrame(function read() {
    analyser.getFloatTimeDomainData(samples)
    onLevel(loudnessOf(samples))
    frame = requestAnimationFrame(read)
  })
  return () => {
    cancelAnimationFrame(frame)
    controller.abort()
    void context.close()
  }
}
