import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Announcer } from '../../ui/announcer.tsx'
import { EndScreen, type ShownEnd } from './end-screen.tsx'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function urgentlyTold(end: ShownEnd) {
  render(
    <>
      <Announcer />
      <EndScreen end={end} lastedMs={null} actions={null} />
    </>,
  )
  const assertive = document.querySelector('[aria-live=assertive]')
  const before = assertive?.textContent
  act(() => void vi.advanceTimersByTime(1000))
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }))
  return assertive?.textContent === before ? null : assertive?.textContent
}

test('who left by their own wish is told by the screen alone', () => {
  expect(urgentlyTold('left')).toBeNull()
})

test('who is removed is told at once, whatever is being read out', () => {
  expect(urgentlyTold('removed')).toMatch(/^A host has removed you\./)
})
