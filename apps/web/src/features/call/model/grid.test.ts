import { describe, expect, test } from 'vitest'
import { fitGrid, fitPages, gapPx, mostTiles, placeTile, placeTiles, type Size } from './grid.ts'

const desktop = { width: 1416, height: 808 }
const phone = { width: 374, height: 690 }
const small = { width: 304, height: 440 }
const huge = { width: 2536, height: 1330 }

const columns = (area: Size, count: number) => fitGrid(area, count).columns

describe('columns', () => {
  test('on a desktop', () => {
    expect([1, 2, 3, 4, 6, 9].map((count) => columns(desktop, count))).toEqual([1, 2, 2, 2, 3, 3])
  })
  test('on a phone two people stand above each other and six in pairs', () => {
    expect([1, 2, 4, 6].map((count) => columns(phone, count))).toEqual([1, 1, 2, 2])
  })
  test('beside a panel', () => expect(columns({ width: 1044, height: 808 }, 6)).toBe(2))
})

describe.each(Object.entries({ desktop, phone, small, huge }))('%s', (_, area) => {
  test.each([1, 2, 3, 5, 8, 12, 17, 30, 100])('%i people: every tile is inside, none overlaps', (count) => {
    const grid = fitGrid(area, count)
    const shown = Math.min(count, grid.perPage)
    const rects = Array.from({ length: shown }, (_, index) => placeTile(area, grid, index, shown))
    for (const [index, a] of rects.entries()) {
      expect(a.x).toBeGreaterThanOrEqual(0)
      expect(a.y).toBeGreaterThanOrEqual(0)
      expect(a.x + a.width).toBeLessThanOrEqual(area.width + 1)
      expect(a.y + a.height).toBeLessThanOrEqual(area.height + 1)
      for (const b of rects.slice(index + 1)) {
        const apart = Math.abs(a.x - b.x) >= a.width + gapPx - 1 || Math.abs(a.y - b.y) >= a.height + gapPx - 1
        expect(apart).toBe(true)
      }
    }
    expect(grid.perPage).toBeLessThanOrEqual(mostTiles(area))
    expect(grid.tile.width / grid.tile.height).toBeLessThanOrEqual(2.05)
  })
})

test('beside a shared screen tiles stay landscape', () => {
  const { tile } = fitGrid({ width: 300, height: 808 }, 2, { strip: true })
  expect(tile).toEqual({ width: 300, height: 225 })
})

test('those who do not fit get further pages, and the page that there is stays readable', () => {
  const grid = fitGrid(small, 40)
  expect(grid.perPage).toBeGreaterThanOrEqual(4)
  expect(grid.perPage).toBeLessThanOrEqual(8)
  expect(grid.tile.width).toBeGreaterThanOrEqual(132)
})

test('an area without room still shows one', () => {
  expect(fitGrid({ width: 90, height: 60 }, 5)).toMatchObject({ columns: 1, perPage: 1 })
})

test('an incomplete last row is centred', () => {
  const grid = fitGrid(desktop, 3)
  const last = placeTile(desktop, grid, 2, 3)
  expect(Math.abs(last.x + last.width / 2 - desktop.width / 2)).toBeLessThanOrEqual(1)
})

test('tiles of an area that is not the whole stage stand within it', () => {
  const strip = { x: 1116, y: 40, width: 300, height: 600 }
  const rects = placeTiles(strip, fitGrid(strip, 2, { strip: true }), 2)
  for (const { x, y, width, height } of rects) {
    expect(x).toBeGreaterThanOrEqual(strip.x)
    expect(y).toBeGreaterThanOrEqual(strip.y)
    expect(x + width).toBeLessThanOrEqual(strip.x + strip.width)
    expect(y + height).toBeLessThanOrEqual(strip.y + strip.height)
  }
})

test('a pager has its place only where pages are turned', () => {
  const area = { x: 0, y: 0, ...small }
  expect(fitPages(area, 2, 44)).toMatchObject({ area, pages: 1 })
  const { area: above, grid, pages } = fitPages(area, 40, 44)
  expect(above.height).toBe(small.height - 44 - gapPx)
  expect(pages).toBe(Math.ceil(40 / grid.perPage))
})
