import { expect, test } from 'vitest'
import { mostScale, panBy, wholePicture, zoomAt } from './zoom.ts'

const frame = { width: 1000, height: 600 }
const middle = { x: 0, y: 0 }

/** Where a point of the picture, measured from its middle, is seen. */
const seen = ({ scale, x, y }: typeof wholePicture, at: { x: number; y: number }) => ({
  x: at.x * scale + x,
  y: at.y * scale + y,
})

test('what is under the pointer stays under it', () => {
  const pointer = { x: 200, y: -100 }
  const zoom = zoomAt(wholePicture, 2, pointer, frame)
  expect(zoom.scale).toBe(2)
  expect(seen(zoom, pointer)).toEqual(pointer)
  const further = zoomAt(zoom, 1.5, pointer, frame)
  expect(seen(further, pointer)).toEqual(pointer)
})

test('it is never smaller than whole, nor larger than can be read', () => {
  expect(zoomAt(wholePicture, 0.5, middle, frame)).toEqual(wholePicture)
  expect(zoomAt(wholePicture, 100, middle, frame).scale).toBe(mostScale)
})

test('it is moved to its edges and no further', () => {
  const zoom = zoomAt(wholePicture, 2, middle, frame)
  expect(panBy(zoom, { x: 30, y: -20 }, frame)).toEqual({ scale: 2, x: 30, y: -20 })
  expect(panBy(zoom, { x: 9000, y: -9000 }, frame)).toEqual({ scale: 2, x: 500, y: -300 })
  expect(panBy(wholePicture, { x: 50, y: 50 }, frame)).toEqual(wholePicture)
})

test('made whole again from a corner, it is where it was', () => {
  const corner = panBy(zoomAt(wholePicture, 4, middle, frame), { x: 9000, y: 9000 }, frame)
  expect(zoomAt(corner, 0.25, middle, frame)).toEqual(wholePicture)
})
