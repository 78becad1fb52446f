import { ConnectionQuality } from 'livekit-client'
import { expect, test } from 'vitest'
import { barsOf, isWeak, qualityOf } from './quality.ts'

test('the worse the connection, the fewer bars', () => {
  const { Excellent, Good, Poor, Lost } = ConnectionQuality
  const bars = [Excellent, Good, Poor, Lost].map((quality) => barsOf[qualityOf(quality) ?? 'excellent'])
  expect(bars).toEqual([3, 2, 1, 0])
})

test('what has not been measured is not shown, and only what is bad needs words', () => {
  expect(qualityOf(ConnectionQuality.Unknown)).toBeNull()
  expect(['excellent', 'good', 'poor', 'lost'].filter((quality) => isWeak(quality as 'good'))).toEqual(['poor', 'lost'])
  expect(isWeak(null)).toBe(false)
})
