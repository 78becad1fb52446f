import { expect, test } from 'vitest'
import { layoutShare } from './share-layout.ts'

const slide = { width: 1920, height: 1080 }

test('on a wide screen people stand beside the share, in no more than their strip', () => {
  const { share, strip } = layoutShare({ width: 1416, height: 808 }, slide)
  expect(strip).toEqual({ x: 1116, y: 0, width: 300, height: 808 })
  expect(share.width + strip.width).toBeLessThan(1416)
  expect(layoutShare({ width: 820, height: 300 }, slide).strip.width).toBeLessThan(200)
})

test('on an upright screen the share gets the height it needs and people the rest', () => {
  const { share, strip } = layoutShare({ width: 374, height: 690 }, slide)
  expect(share).toEqual({ x: 0, y: 0, width: 374, height: 210 })
  expect(strip.y).toBe(218)
  expect(strip.y + strip.height).toBe(690)
})

test('a tall window shared to a phone leaves room for people', () => {
  const { share } = layoutShare({ width: 374, height: 690 }, { width: 800, height: 1600 })
  expect(share.height).toBe(414)
})
