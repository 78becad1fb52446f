import { gapPx, type Rect, type Size } from './grid.ts'

export interface ShareLayout {
  readonly share: Rect
  readonly strip: Rect
}

const stripWidthPx = 300
const stripShare = 0.24
const mostHeight = 0.6
const usualShape = 16 / 9

/** A shared screen takes the stage; people stand in a strip beside it, or below what it needs on an upright screen. */
export function layoutShare({ width, height }: Size, picture: Size | undefined): ShareLayout {
  if (width > height) {
    const stripWidth = Math.round(Math.min(stripWidthPx, width * stripShare))
    const shareWidth = width - stripWidth - gapPx
    return {
      share: { x: 0, y: 0, width: shareWidth, height },
      strip: { x: shareWidth + gapPx, y: 0, width: stripWidth, height },
    }
  }
  const shareHeight = Math.round(
    Math.min(height * mostHeight, width / (picture ? picture.width / picture.height : usualShape)),
  )
  return {
    share: { x: 0, y: 0, width, height: shareHeight },
    strip: { x: 0, y: shareHeight + gapPx, width, height: height - shareHeight - gapPx },
  }
}
