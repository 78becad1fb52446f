import { expect, test } from 'vitest'
import { sentLayers } from './sent-layers.ts'

const free = { send: Infinity, framesPerSecond: Infinity }
const heights = (height: number, count: number, limit = free) =>
  sentLayers(height, count, limit).map(({ scaleResolutionDownBy }) => height / scaleResolutionDownBy)

test('without a limit the layers are those that livekit-client makes', () => {
  expect(sentLayers(720, 3, free)).toEqual([
    { scaleResolutionDownBy: 4, maxBitrate: 160_000, maxFramerate: 20 },
    { scaleResolutionDownBy: 2, maxBitrate: 450_000, maxFramerate: 20 },
    { scaleResolutionDownBy: 1, maxBitrate: 1_700_000, maxFramerate: 30 },
  ])
  expect(heights(480, 2)).toEqual([180, 480])
  expect(heights(144, 1)).toEqual([144])
})

test('no layer is larger than the limit, nor costs more than its size is worth', () => {
  expect(heights(720, 3, { ...free, send: 360 })).toEqual([180, 360, 360])
  expect(heights(720, 3, { ...free, send: 180 })).toEqual([180, 180, 180])
  expect(heights(480, 2, { ...free, send: 360 })).toEqual([180, 360])
  expect(sentLayers(720, 3, { ...free, send: 180 }).map(({ maxBitrate }) => maxBitrate)).toEqual(Array(3).fill(160_000))
})

test('a limit beyond the camera’s own picture enlarges nothing', () => {
  expect(heights(360, 2, { ...free, send: 720 })).toEqual([180, 360])
})

test('no layer has more pictures a second than the limit', () => {
  const rates = sentLayers(720, 3, { ...free, framesPerSecond: 12 }).map(({ maxFramerate }) => maxFramerate)
  expect(rates).toEqual([12, 12, 12])
})
