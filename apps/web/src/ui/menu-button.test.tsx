import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { Dialog } from './dialog.tsx'
import { MenuButton } from './menu-button.tsx'

const rename = { id: 'rename', label: 'Rename' }
const remove = { id: 'remove', label: 'Remove' }

test('it opens by key, is walked by arrows, and gives the focus back when it closes', async () => {
  const user = userEvent.setup()
  const onAction = vi.fn()
  const sections = [
    {
      items: [
        { ...rename, onAction: vi.fn() },
        { ...remove, onAction },
      ],
    },
  ]
  render(
    <MenuButton label="More" sections={sections}>
      …
    </MenuButton>,
  )
  const button = screen.getByRole('button', { name: 'More' })
  await user.tab()
  await user.keyboard('{ArrowDown}')
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('menuitem', { name: 'Rename' })))
  expect(button.getAttribute('aria-expanded')).toBe('true')
  await user.keyboard('{ArrowDown}{Enter}')
  await waitFor(() => expect(onAction).toHaveBeenCalledOnce())
  expect(screen.queryByRole('menu')).toBeNull()
  expect(document.activeElement).toBe(button)
})

function MenuWithDialog() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <MenuButton label="More" sections={[{ items: [{ ...rename, onAction: () => setOpen(true) }] }]}>
        …
      </MenuButton>
      {open && (
        <Dialog title="Rename it" closeLabel="Close" onClose={() => setOpen(false)}>
          <input aria-label="Name" />
        </Dialog>
      )}
    </>
  )
}

test('a dialog that was opened from a menu gives the focus back to the menu’s button', async () => {
  const user = userEvent.setup()
  render(<MenuWithDialog />)
  const button = screen.getByRole('button', { name: 'More' })
  await user.click(button)
  await user.click(await screen.findByRole('menuitem', { name: 'Rename' }))
  await screen.findByRole('dialog', { name: 'Rename it' })
  expect(button.closest('[aria-hidden], [inert]')).not.toBeNull()
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await waitFor(() => expect(document.activeElement).toBe(button))
})

test('what a sign stands for is said by its name', async () => {
  const user = userEvent.setup()
  const onAction = vi.fn()
  render(
    <MenuButton label="More" sections={[{ items: [{ id: 'clap', label: 'Applause', sign: '👏', onAction }] }]}>
      …
    </MenuButton>,
  )
  await user.click(screen.getByRole('button', { name: 'More' }))
  const item = await screen.findByRole('menuitem', { name: 'Applause' })
  expect(item.textContent).toBe('👏')
  await user.click(item)
  await waitFor(() => expect(onAction).toHaveBeenCalledOnce())
})

test('what cannot be done now is not done', async () => {
  const user = userEvent.setup()
  const onAction = vi.fn()
  render(
    <MenuButton label="More" sections={[{ items: [{ ...remove, disabled: true, onAction }] }]}>
      …
    </MenuButton>,
  )
  await user.click(screen.getByRole('button', { name: 'More' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Remove' }))
  expect(onAction).not.toHaveBeenCalled()
})

test('what is on or off by itself says so, and changes at a choice', async () => {
  const user = userEvent.setup()
  const onAction = vi.fn()
  const items = [
    { ...rename, selected: true, onAction },
    { ...remove, selected: false, onAction: vi.fn() },
  ]
  render(
    <MenuButton label="More" sections={[{ several: true, items }]}>
      …
    </MenuButton>,
  )
  await user.click(screen.getByRole('button', { name: 'More' }))
  expect((await screen.findByRole('menuitemcheckbox', { name: 'Remove' })).getAttribute('aria-checked')).toBe('false')
  expect(screen.getByRole('menuitemcheckbox', { name: 'Rename' }).getAttribute('aria-checked')).toBe('true')
  await user.click(screen.getByRole('menuitemcheckbox', { name: 'Rename' }))
  await waitFor(() => expect(onAction).toHaveBeenCalledOnce())
  expect(screen.queryByRole('menu')).toBeNull()
})
