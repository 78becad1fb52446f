import { act, render } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Announcer, announce } from './announcer.tsx'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function spoken() {
  render(<Announcer />)
  const region = (urgency: string) => document.querySelector(`[aria-live=${urgency}]`)?.textContent
  return { wait: () => act(() => void vi.advanceTimersByTime(1000)), region }
}

test('what comes within the same moment is one announcement, the urgent apart', () => {
  const { wait, region } = spoken()
  announce('Paul has come in.')
  announce('Sonia raises a hand.')
  announce('A host has removed you.', 'assertive')
  expect(region('polite')).toBe('')
  wait()
  expect(region('polite')).toBe('Paul has come in. Sonia raises a hand.')
  expect(region('assertive')).toBe('A host has removed you.')
})

test('what is said twice is heard twice', () => {
  const { wait, region } = spoken()
  announce('Paul: Applause.')
  wait()
  const first = region('polite')
  announce('Paul: Applause.')
  wait()
  expect(region('polite')).not.toBe(first)
  expect(region('polite')?.trim()).toBe('Paul: Applause.')
})
