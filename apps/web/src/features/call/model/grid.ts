export interface Size {
  readonly width: number
  readonly height: number
}

export interface Rect extends Size {
  readonly x: number
  readonly y: number
}

export interface Grid {
  readonly columns: number
  /** How many tiles are on screen at once; the rest is on further pages. */
  readonly perPage: number
  readonly tile: Size
}

export const gapPx = 8
const smallestTile: Size = { width: 132, height: 92 }
const ideal = 16 / 9
/** Tiles may be a little wider than a camera's picture; beyond, heads are cut. */
const widest = 2
const portrait = 3 / 4
const landscape = 4 / 3
/** On an upright screen a tile may be as narrow as a portrait; on a wide one it keeps more of what is around a face. */
const narrowestIn = ({ width, height }: Size): number => (width < height ? portrait : landscape)

/** How many decoded pictures a screen of this width can show and a machine of its kind can bear. */
export const mostTiles = ({ width }: Size): number => (width < 600 ? 8 : width < 1000 ? 12 : 25)

/** The tile of a grid of so many columns and rows, no wider or taller than a face can bear. */
function tileOf(area: Size, columns: number, rows: number, narrowest: number): Size {
  const width = (area.width - gapPx * (columns - 1)) / columns
  const height = (area.height - gapPx * (rows - 1)) / rows
  return {
    width: Math.floor(Math.min(width, height * widest)),
    height: Math.floor(Math.min(height, width / narrowest)),
  }
}

/** The bigger a face gets, the better; the less is cut off around it, the better too. */
function worth({ width, height }: Size): number {
  const scale = Math.max(width / ideal, height)
  const shape = width / height / ideal
  return scale ** 2 * Math.min(shape, 1 / shape) ** 0.3
}

const fits = ({ width, height }: Size) => width >= smallestTile.width && height >= smallestTile.height

/** The best grid for all of `count` tiles, or null where they would be too small. */
function gridForAll(area: Size, count: number, narrowest: number): Grid | null {
  let best: Grid | null = null
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns)
    const tile = tileOf(area, columns, rows, narrowest)
    const better = best === null || worth(tile) > worth(best.tile)
    if (better && (fits(tile) || count === 1)) best = { columns, perPage: count, tile }
  }
  return best
}

/**
 * The best grid for `count` tiles in an area; where they do not all fit, for as many as a page can hold. In a strip beside
 * something else tiles stay landscape, however tall it is.
 */
export function fitGrid(area: Size, count: number, { strip = false } = {}): Grid {
  const narrowest = strip ? landscape : narrowestIn(area)
  for (let shown = Math.min(count, mostTiles(area)); shown > 1; shown--) {
    const grid = gridForAll(area, shown, narrowest)
    if (grid) return grid
  }
  return { columns: 1, perPage: 1, tile: tileOf(area, 1, 1, narrowest) }
}

/** Where tile `index` of `shown` stands: rows are centred, the last one with what is left. */
export function placeTile(area: Size, { columns, tile }: Grid, index: number, shown: number): Rect {
  const rows = Math.ceil(shown / columns)
  const row = Math.floor(index / columns)
  const inRow = row === rows - 1 ? shown - row * columns : columns
  const rowWidth = inRow * tile.width + (inRow - 1) * gapPx
  const allHeight = rows * tile.height + (rows - 1) * gapPx
  return {
    ...tile,
    x: Math.round((area.width - rowWidth) / 2 + (index % columns) * (tile.width + gapPx)),
    y: Math.round((area.height - allHeight) / 2 + row * (tile.height + gapPx)),
  }
}

/** Where `count` tiles stand in an area that holds them all, measured from where the area's own measure begins. */
export function placeTiles(area: Rect, grid: Grid, count: number): Rect[] {
  const within = Array.from({ length: count }, (_, index) => placeTile(area, grid, index, count))
  return within.map((rect) => ({ ...rect, x: rect.x + area.x, y: rect.y + area.y }))
}

/** A grid that turns pages, with a pager of this height below it, where not all tiles fit at once. */
export function fitPages(area: Rect, count: number, pagerPx: number, options?: { strip: boolean }) {
  const onePage = fitGrid(area, count, options)
  if (onePage.perPage >= count) return { area, grid: onePage, pages: 1 }
  const above = { ...area, height: area.height - pagerPx - gapPx }
  const grid = fitGrid(above, count, options)
  return { area: above, grid, pages: Math.ceil(count / grid.perPage) }
}
