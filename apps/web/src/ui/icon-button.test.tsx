import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { X } from 'lucide-react'
import { expect, test, vi } from 'vitest'
import { IconButton } from './icon-button.tsx'

test('the name of an icon appears on hover, and Escape takes it away', async () => {
  render(<IconButton icon={X} label="Close" />)
  await userEvent.hover(screen.getByRole('button', { name: 'Close' }))
  expect((await screen.findByRole('tooltip', {}, { timeout: 15_000 })).textContent).toBe('Close')
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('tooltip')).toBeNull()
}, 20_000)

test('a press calls off the name that both focus and pointer were about to show', () => {
  render(<IconButton icon={X} label="Close" />)
  const button = screen.getByRole('button')
  vi.spyOn(button, 'matches').mockReturnValue(true)
  vi.useFakeTimers()
  fireEvent.focus(button)
  fireEvent.pointerEnter(button, { pointerType: 'mouse' })
  expect(vi.getTimerCount()).toBe(1)
  fireEvent.pointerDown(button)
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
})
