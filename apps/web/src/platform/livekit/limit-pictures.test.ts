import { expect, test, vi } from 'vitest'
import { limitSending } from './limit-pictures.ts'

const free = { send: Infinity, framesPerSecond: Infinity }
const dimensions = { width: 1280, height: 720 }

/** A sender as livekit-client leaves it: three layers, of which the largest may be off because nobody watches it. */
function senderOf({ full }: { full: boolean }) {
  let parameters = {
    encodings: [
      { rid: 'q', active: true, scaleResolutionDownBy: 4, maxBitrate: 160_000, maxFramerate: 20 },
      { rid: 'h', active: true, scaleResolutionDownBy: 2, maxBitrate: 450_000, maxFramerate: 20 },
      { rid: 'f', active: full, scaleResolutionDownBy: 1, maxBitrate: 1_700_000, maxFramerate: 30 },
    ],
  }
  const setParameters = vi.fn(async (next: typeof parameters) => {
    parameters = next
  })
  const sender = { getParameters: () => structuredClone(parameters), setParameters } as unknown as RTCRtpSender
  return { sender, setParameters, scales: () => parameters.encodings.map((e) => e.scaleResolutionDownBy) }
}

test('holds every layer that is sent to the limit, once, and gives it back its size', async () => {
  const { sender, setParameters, scales } = senderOf({ full: true })
  await limitSending({ sender, dimensions }, free)
  expect(setParameters).not.toHaveBeenCalled()
  await limitSending({ sender, dimensions }, { ...free, send: 180 })
  await limitSending({ sender, dimensions }, { ...free, send: 180 })
  expect(setParameters).toHaveBeenCalledOnce()
  expect(scales()).toEqual([4, 4, 4])
  await limitSending({ sender, dimensions }, free)
  expect(scales()).toEqual([4, 2, 1])
})

test('a layer that is off is left alone', async () => {
  const { sender, scales } = senderOf({ full: false })
  await limitSending({ sender, dimensions }, { ...free, send: 360 })
  expect(scales()).toEqual([4, 2, 1])
})

test('a refusal is no fault: the next time will do', async () => {
  const { sender, setParameters } = senderOf({ full: true })
  setParameters.mockRejectedValueOnce(new DOMException('now', 'InvalidStateError'))
  await limitSending({ sender, dimensions }, { ...free, send: 180 })
  await limitSending({ sender, dimensions }, { ...free, send: 180 })
  expect(setParameters).toHaveBeenCalledTimes(2)
})
