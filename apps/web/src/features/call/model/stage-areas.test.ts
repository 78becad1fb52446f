import { describe, expect, test } from 'vitest'
import { stageAreas } from './stage-areas.ts'

const desktop = { width: 1416, height: 808 }
const phone = { width: 374, height: 690 }
const slide = { width: 1920, height: 1080 }

test('a grid has the whole stage', () => {
  expect(stageAreas('grid', desktop, 3)).toEqual({ big: null, rest: { x: 0, y: 0, ...desktop }, beside: false })
})

test('where nobody else is shown, what is large has the whole stage', () => {
  expect(stageAreas('speaker', desktop, 0)).toEqual({ big: { x: 0, y: 0, ...desktop }, rest: null, beside: false })
})

describe('sidebar', () => {
  test('on a wide screen people stand beside, in no more than their strip', () => {
    const { big, rest, beside } = stageAreas('sidebar', desktop, 3, slide)
    expect(beside).toBe(true)
    expect(rest).toEqual({ x: 1116, y: 0, width: 300, height: 808 })
    expect(big).toEqual({ x: 0, y: 0, width: 1108, height: 808 })
    expect(stageAreas('sidebar', { width: 820, height: 300 }, 3, slide).rest?.width).toBeLessThan(200)
  })
  test('on an upright screen a share gets the height it needs and people the rest', () => {
    const { big, rest } = stageAreas('sidebar', phone, 3, slide)
    expect(big).toEqual({ x: 0, y: 0, width: 374, height: 210 })
    expect(rest).toEqual({ x: 0, y: 218, width: 374, height: 472 })
    expect(stageAreas('sidebar', phone, 3)).toEqual(stageAreas('sidebar', phone, 3, slide))
  })
  test('a tall window shared to a phone leaves room for people', () => {
    expect(stageAreas('sidebar', phone, 3, { width: 800, height: 1600 }).big?.height).toBe(414)
  })
})

describe('speaker', () => {
  test('on a wide screen the strip is below and the speaker far larger', () => {
    const { big, rest } = stageAreas('speaker', desktop, 5, null)
    expect(rest).toEqual({ x: 0, y: 632, width: 1416, height: 176 })
    expect(big).toEqual({ x: 0, y: 0, width: 1416, height: 624 })
  })
  test('on a low screen the strip is beside, so that the speaker keeps the height', () => {
    expect(stageAreas('speaker', { width: 820, height: 300 }, 5, null)).toMatchObject({ beside: true })
  })
  test('on an upright screen a person gets more height than a share would', () => {
    expect(stageAreas('speaker', phone, 5, null).big).toEqual({ x: 0, y: 0, width: 374, height: 414 })
  })
})
