import type { Size } from './grid.ts'

/** How a shared screen is looked at: enlarged by `scale`, its middle moved by `x` and `y` pixels. */
export interface Zoom {
  readonly scale: number
  readonly x: number
  readonly y: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

export const wholePicture: Zoom = { scale: 1, x: 0, y: 0 }
export const mostScale = 6
/** One press of a key or button. */
export const zoomStep = 1.4

const between = (least: number, value: number, most: number) => Math.min(most, Math.max(least, value))

/** No edge of the picture comes within its frame. */
function keepInside({ scale, x, y }: Zoom, { width, height }: Size): Zoom {
  const [mostX, mostY] = [((scale - 1) * width) / 2, ((scale - 1) * height) / 2]
  return { scale, x: between(-mostX, x, mostX), y: between(-mostY, y, mostY) }
}

/** Enlarges by a factor; what is under `point`, measured from the middle of the frame, stays there. */
export function zoomAt(zoom: Zoom, factor: number, point: Point, frame: Size): Zoom {
  const scale = between(1, zoom.scale * factor, mostScale)
  const grown = scale / zoom.scale
  const moved = { scale, x: point.x - (point.x - zoom.x) * grown, y: point.y - (point.y - zoom.y) * grown }
  return keepInside(moved, frame)
}

export const panBy = (zoom: Zoom, by: Point, frame: Size): Zoom =>
  keepInside({ ...zoom, x: zoom.x + by.x, y: zoom.y + by.y }, frame)
