import type { TrackReference } from '@livekit/components-react'
import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { SharedScreen } from './shared-screen.tsx'

const rect = { x: 0, y: 0, width: 800, height: 450 }
// The parts of a track reference that a shared screen reads.
const trackRef = {
  participant: { identity: 'a', name: 'Claire', isLocal: false, attributes: {} },
  publication: { trackSid: 'TR_a' },
} as unknown as TrackReference

function renderShare() {
  render(<SharedScreen trackRef={trackRef} rect={rect} />)
  const figure = screen.getByRole('figure', { name: 'Claire’s screen' })
  const scale = () => Number(/scale\((.*)\)/.exec(figure.querySelector('video')?.style.transform ?? '')?.[1])
  return { figure, scale }
}

test('a shared screen is enlarged by its buttons and made whole again', async () => {
  const user = userEvent.setup()
  const { scale } = renderShare()
  await user.click(screen.getByRole('button', { name: 'Zoom in' }))
  await user.click(screen.getByRole('button', { name: 'Zoom in' }))
  expect(scale()).toBeGreaterThan(1.9)
  await user.click(screen.getByRole('button', { name: 'Zoom out' }))
  expect(scale()).toBeCloseTo(1.4)
  await user.click(screen.getByRole('button', { name: 'See all of it' }))
  expect(scale()).toBe(1)
  // The focus is not lost with what it was on.
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'See all of it' }))
})

test('the keys + - 0 do the same while the focus is within', async () => {
  const user = userEvent.setup()
  const { scale } = renderShare()
  await user.tab()
  await user.keyboard('++')
  expect(scale()).toBeGreaterThan(1.9)
  await user.keyboard('-')
  expect(scale()).toBeCloseTo(1.4)
  await user.keyboard('0')
  expect(scale()).toBe(1)
})

test('the wheel enlarges, and the page does not scroll', () => {
  const { figure, scale } = renderShare()
  expect(fireEvent.wheel(figure, { deltaY: -200 })).toBe(false)
  expect(scale()).toBeGreaterThan(1.5)
})
