import { expect, test } from 'vitest'
import { faultOf } from './faults.ts'
import { loudnessOf } from './level-meter.ts'

const tone = (amplitude: number) => Float32Array.from({ length: 1024 }, (_, index) => amplitude * Math.sin(index / 5))

test('silence is nothing, a voice is in the middle, a shout is all', () => {
  expect(loudnessOf(new Float32Array(1024))).toBe(0)
  expect(loudnessOf(tone(0.0005))).toBe(0)
  expect(loudnessOf(tone(0.03))).toBeGreaterThan(0.3)
  expect(loudnessOf(tone(0.03))).toBeLessThan(0.8)
  expect(loudnessOf(tone(1))).toBe(1)
})

test.each([
  ['NotAllowedError', 'Permission denied', 'denied'],
  ['NotAllowedError', 'Permission dismissed', 'dismissed'],
  ['NotAllowedError', 'Permission denied by system', 'system-denied'],
  ['NotAllowedError', 'The request is not allowed by the user agent or the platform in the current context.', 'denied'],
  ['NotFoundError', 'Requested device not found', 'missing'],
  ['OverconstrainedError', '', 'missing'],
  ['NotReadableError', 'Could not start video source', 'busy'],
  ['TypeError', 'nonsense', 'failed'],
] as const)('%s «%s» is %s', (name, message, fault) => {
  expect(faultOf(Object.assign(new Error(message), { name }))).toBe(fault)
})
