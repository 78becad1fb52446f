import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { colorOf, initialsOf } from './avatar.tsx'
import { Button } from './button.tsx'
import { copyText } from './copy-text.ts'

test.each([
  ['Claire Lemoine', 'CL'],
  ['Yann Le Goff', 'YG'],
  ['Jean-Baptiste', 'JB'],
  ['Paul Mercier (2)', 'PM'],
  ['élodie', 'É'],
  ['🦊 Paul', 'P'],
  ['李 小龍', '李小'],
  ['', ''],
])('%j has the initials %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})

test('a name always has the same colour, one of eight', () => {
  for (const name of ['Claire Lemoine', '李小龍', '']) {
    expect(colorOf(name)).toBe(colorOf(name))
    expect([0, 1, 2, 3, 4, 5, 6, 7]).toContain(colorOf(name))
  }
})

test('a busy button keeps the focus and does nothing twice', async () => {
  const user = userEvent.setup()
  const onClick = vi.fn()
  const submitted = vi.fn((event: { preventDefault: () => void }) => event.preventDefault())
  render(
    <form onSubmit={submitted}>
      <Button busy type="submit" onClick={onClick}>
        Save
      </Button>
    </form>,
  )
  const button = screen.getByRole('button', { name: 'Save' })
  await user.click(button)
  expect([onClick.mock.calls.length, submitted.mock.calls.length]).toEqual([0, 0])
  expect(document.activeElement).toBe(button)
})

test('without a clipboard, copying takes the old way and says whether it worked', async () => {
  vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(undefined as unknown as Clipboard)
  const execCommand = vi.fn(() => true)
  Object.defineProperty(document, 'execCommand', { value: execCommand, configurable: true })
  expect(await copyText('https://visavis.test/abc-defg-hij')).toBe(true)
  execCommand.mockReturnValue(false)
  expect(await copyText('x')).toBe(false)
  expect(document.querySelector('textarea')).toBeNull()
})
