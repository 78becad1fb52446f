import { gapPx, type Rect, type Size } from './grid.ts'
import type { Arrangement } from './stage-plan.ts'

export interface StageAreas {
  /** For what stands large; null in a grid. */
  readonly big: Rect | null
  /** For everybody else; null where there is nobody else. */
  readonly rest: Rect | null
  /** Whether the others stand in a column beside it. */
  readonly beside: boolean
}

const besidePx = 300
const besideShare = 0.24
const belowShare = 0.24
const belowPx = { least: 120, most: 176 }
/** Under this a strip below would leave the large one no height. */
const lowPx = 480
const mostHeight = 0.6
const usualShape = 16 / 9

/** Divides the stage. On an upright screen the others are always below, and have what a shared picture does not need. */
export function stageAreas(arrangement: Arrangement, area: Size, others: number, picture?: Size | null): StageAreas {
  const whole: Rect = { x: 0, y: 0, ...area }
  if (arrangement === 'grid') return { big: null, rest: whole, beside: false }
  if (others === 0) return { big: whole, rest: null, beside: false }
  const { width, height } = area
  if (width <= height) return above(area, Math.round(bigHeight(area, picture)))
  if (arrangement === 'speaker' && height >= lowPx) {
    return above(
      area,
      height - gapPx - Math.round(Math.min(belowPx.most, Math.max(belowPx.least, height * belowShare))),
    )
  }
  const stripWidth = Math.round(Math.min(besidePx, width * besideShare))
  const bigWidth = width - stripWidth - gapPx
  return {
    big: { ...whole, width: bigWidth },
    rest: { ...whole, x: bigWidth + gapPx, width: stripWidth },
    beside: true,
  }
}

const bigHeight = ({ width, height }: Size, picture: Size | null | undefined): number =>
  picture === null
    ? height * mostHeight
    : Math.min(height * mostHeight, width / (picture ? picture.width / picture.height : usualShape))

const above = ({ width, height }: Size, bigHeight: number): StageAreas => ({
  big: { x: 0, y: 0, width, height: bigHeight },
  rest: { x: 0, y: bigHeight + gapPx, width, height: height - bigHeight - gapPx },
  beside: false,
})
