import { act, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderScreen } from '../../../test/render.tsx'
import { LoadBanner } from './load-banner.tsx'
import { createLoadWatch } from './load-watch.ts'

/** A watch on a device that has been busy for so many seconds. */
function busyFor(seconds: number) {
  const watch = createLoadWatch()
  const strain = { encoderLimited: true, droppedShare: 0, blockedShare: 0, cameras: 9, sends: true }
  for (let atMs = 2000; atMs <= seconds * 1000; atMs += 2000) watch.look({ atMs, ...strain })
  return watch
}

test('says what is held back, and gives it back on demand', async () => {
  const watch = busyFor(8)
  const { user } = renderScreen(<LoadBanner watch={watch} />)
  expect(screen.getByText('Cameras are received smaller.')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Restore everything' }))
  expect(watch.getState().step).toBe(0)
  expect(screen.queryByText(/Your device is very busy/)).toBeNull()
})

test('once read it is gone, until more is held back', async () => {
  const watch = busyFor(8)
  const { user } = renderScreen(<LoadBanner watch={watch} />)
  await user.click(screen.getByRole('button', { name: 'Close this message' }))
  expect(screen.queryByText(/Your device is very busy/)).toBeNull()
  expect(watch.getState().step).toBe(1)
  act(() => {
    const strain = { encoderLimited: true, droppedShare: 0, blockedShare: 0, cameras: 9, sends: true }
    for (let atMs = 10_000; atMs <= 18_000; atMs += 2000) watch.look({ atMs, ...strain })
  })
  expect(screen.getByText(/at most four/)).toBeTruthy()
})
