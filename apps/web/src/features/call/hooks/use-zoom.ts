import { type RefObject, useEffect, useEffectEvent, useState } from 'react'
import type { Size } from '../model/grid.ts'
import { type Point, panBy, wholePicture, type Zoom, zoomAt, zoomStep } from '../model/zoom.ts'

const arrows: Record<string, Point> = {
  ArrowLeft: { x: 60, y: 0 },
  ArrowRight: { x: -60, y: 0 },
  ArrowUp: { x: 0, y: 60 },
  ArrowDown: { x: 0, y: -60 },
}
const middle: Point = { x: 0, y: 0 }
const frameOf = (element: HTMLElement): Size => ({ width: element.clientWidth, height: element.clientHeight })

function fromMiddle(element: HTMLElement, { x, y }: Point): Point {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { x: x - left - width / 2, y: y - top - height / 2 }
}

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)
const between = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })

/**
 * Enlarges and moves what is in an element: by wheel, by two fingers, by dragging, and by + - 0 and the arrows while the
 * focus is within.
 */
export function useZoom(ref: RefObject<HTMLElement | null>) {
  const [zoom, setZoom] = useState<Zoom>(wholePicture)

  function zoomBy(factor: number, at: Point = middle) {
    const element = ref.current
    if (element) setZoom((before) => zoomAt(before, factor, at, frameOf(element)))
  }
  function moveBy(by: Point) {
    const element = ref.current
    if (element) setZoom((before) => panBy(before, by, frameOf(element)))
  }
  const reset = () => setZoom(wholePicture)

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const arrow = zoom.scale > 1 ? arrows[event.key] : undefined
    if (event.key === '+' || event.key === '=') zoomBy(zoomStep)
    else if (event.key === '-') zoomBy(1 / zoomStep)
    else if (event.key === '0') reset()
    else if (arrow) moveBy(arrow)
    else return
    event.preventDefault()
  })
  const onWheel = useEffectEvent((event: WheelEvent) => {
    event.preventDefault()
    if (ref.current) zoomBy(Math.exp(-event.deltaY / 400), fromMiddle(ref.current, event))
  })
  const onMoved = useEffectEvent((fingers: readonly Point[], before: readonly Point[]) => {
    const [a, b] = fingers
    const [a0, b0] = before
    if (!a || !a0 || !ref.current) return
    if (!b || !b0) return moveBy({ x: a.x - a0.x, y: a.y - a0.y })
    zoomBy(distance(a, b) / Math.max(1, distance(a0, b0)), fromMiddle(ref.current, between(a, b)))
  })

  useEffect(() => {
    const element = ref.current
    if (!element) return
    const fingers = new Map<number, Point>()
    const controller = new AbortController()
    const { signal } = controller
    element.addEventListener('wheel', (event) => onWheel(event), { signal, passive: false })
    element.addEventListener('keydown', (event) => onKeyDown(event), { signal })
    element.addEventListener(
      'pointerdown',
      (event) => {
        if (event.target instanceof Element && event.target.closest('button')) return
        fingers.set(event.pointerId, { x: event.clientX, y: event.clientY })
        element.setPointerCapture(event.pointerId)
      },
      { signal },
    )
    element.addEventListener(
      'pointermove',
      (event) => {
        if (!fingers.has(event.pointerId)) return
        const before = [...fingers.values()]
        fingers.set(event.pointerId, { x: event.clientX, y: event.clientY })
        onMoved([...fingers.values()], before)
      },
      { signal },
    )
    const lift = ({ pointerId }: PointerEvent) => void fingers.delete(pointerId)
    for (const type of ['pointerup', 'pointercancel', 'lostpointercapture'] as const)
      element.addEventListener(type, lift, { signal })
    return () => controller.abort()
  }, [ref])

  return { zoom, zoomBy, reset }
}
