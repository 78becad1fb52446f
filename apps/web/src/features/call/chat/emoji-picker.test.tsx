import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useRef, useState } from 'react'
import { expect, test } from 'vitest'
import { renderScreen } from '../../../test/render.tsx'
import { EmojiControl } from './emoji-control.tsx'
import { useInsert } from './use-insert.ts'

function Field() {
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState('Good morning')
  return (
    <>
      <textarea ref={field} value={text} onChange={(event) => setText(event.target.value)} />
      <EmojiControl onPick={useInsert(field, setText)} />
    </>
  )
}

async function openPicker() {
  renderScreen(<Field />)
  const user = userEvent.setup()
  const field = screen.getByRole<HTMLTextAreaElement>('textbox')
  await user.click(field)
  field.setSelectionRange(4, 4)
  await user.click(screen.getByRole('button', { name: 'Emoji' }))
  const dialog = await screen.findByRole('dialog', { name: 'Emoji' })
  await within(dialog).findByRole('option', { name: 'grinning face' })
  return { user, field, dialog }
}

test('what one types is searched for, Enter takes the first, and one goes on writing after it', async () => {
  const { user, field } = await openPicker()
  expect(document.activeElement).toBe(screen.getByRole('combobox'))
  await user.keyboard('octopus')
  await waitFor(() => expect(screen.getAllByRole('option').map(({ ariaLabel }) => ariaLabel)).toEqual(['octopus']))
  await user.keyboard('{Enter}')
  await waitFor(() => expect(field.value).toBe('Good🐙 morning'))
  await waitFor(() => expect(document.activeElement).toBe(field))
  expect(field.selectionStart).toBe(6)
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('a group shows what is in it; a click takes it', async () => {
  const { user, field, dialog } = await openPicker()
  await user.click(within(dialog).getByRole('radio', { name: 'food & drink' }))
  await user.click(within(dialog).getByRole('option', { name: 'red apple' }))
  await waitFor(() => expect(field.value).toBe('Good🍎 morning'))
})

test('Escape closes it and takes nothing', async () => {
  const { user, field } = await openPicker()
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Emoji' }))
  expect(field.value).toBe('Good morning')
})

test('where none fits, that is said', async () => {
  const { user } = await openPicker()
  await user.keyboard('xyzzy')
  expect(await screen.findByText('No emoji has this name.')).toBeTruthy()
})
