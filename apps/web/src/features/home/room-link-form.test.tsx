import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderScreen } from '../../test/render.tsx'
import { RoomLinkForm } from './room-link-form.tsx'

const field = () => screen.getByRole('textbox', { name: 'Do you have a link or a code?' })

test('a code without its dashes leads to the room', async () => {
  const { user, history } = renderScreen(<RoomLinkForm />, '/')
  await user.type(field(), 'ABC defg hij{Enter}')
  expect(history).toEqual(['/', '/abc-defg-hij'])
})

test('a link of this site leads to the room', async () => {
  const { user, history } = renderScreen(<RoomLinkForm />, '/')
  await user.type(field(), `${location.origin}/abc-defg-hij`)
  await user.click(screen.getByRole('button', { name: 'Join' }))
  expect(history?.at(-1)).toBe('/abc-defg-hij')
})

test('what is wrong is said at the field, which keeps the focus, and goes once it is changed', async () => {
  const { user, history } = renderScreen(<RoomLinkForm />, '/')
  await user.type(field(), 'abc-defg{Enter}')
  expect(field()).toHaveProperty('ariaInvalid', 'true')
  const note = document.getElementById(field().getAttribute('aria-describedby') ?? '')
  expect(note?.textContent).toMatch(/ten letters.*you typed 7/)
  expect(document.activeElement).toBe(field())
  await user.type(field(), 'h')
  expect(note?.textContent).toBe('')
  expect(history).toEqual(['/'])
})

test('a link to another site is not followed', async () => {
  const { user, history } = renderScreen(<RoomLinkForm />, '/')
  await user.type(field(), 'https://evil.example/abc-defg-hij{Enter}')
  expect(screen.getByText(/leads to another site/)).toBeTruthy()
  expect(history).toEqual(['/'])
})
