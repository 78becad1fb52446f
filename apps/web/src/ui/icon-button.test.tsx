import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { X } from 'lucide-react'
import { expect, test } from 'vitest'
import { IconButton } from './icon-button.tsx'

test('the name of an icon appears on hover, and Escape takes it away', async () => {
  render(<IconButton icon={X} label="Close" />)
  await userEvent.hover(screen.getByRole('button', { name: 'Close' }))
  expect((await screen.findByRole('tooltip', {}, { timeout: 15_000 })).textContent).toBe('Close')
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('tooltip')).toBeNull()
}, 20_000)
