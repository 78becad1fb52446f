import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { getConfig, getMe, listRooms, logout } from '@visavis/contracts'
import { beforeEach, expect, test, vi } from 'vitest'
import { config } from '../platform/config.ts'
import { me } from '../platform/me.ts'
import { answer, mockApi, problemResponse } from '../test/mock-api.ts'
import { sampleAgent, sampleConfig } from '../test/samples.ts'
import { App } from './app.tsx'

let api: ReturnType<typeof mockApi>

class SilentSource extends EventTarget {
  close() {}
}

beforeEach(() => {
  config.forget()
  me.forget()
  localStorage.clear()
  vi.stubGlobal('EventSource', SilentSource)
  api = mockApi()
  api.on(getConfig, () => answer(getConfig, sampleConfig))
  api.on(getMe, () => answer(getMe, { agent: sampleAgent }))
  api.on(listRooms, () => answer(listRooms, { items: [], nextCursor: null }))
})

const visit = async (path: string) => {
  history.replaceState(null, '', path)
  await act(async () => render(<App />))
}

test('an address that is none of ours says so and leads home', async () => {
  await visit('/no/such/page')
  expect(await screen.findByRole('heading', { name: 'This page does not exist' })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Back to the home page' }).getAttribute('href')).toBe('/')
})

test('a page for agents asks a stranger to sign in and comes back to it', async () => {
  api.on(getMe, () => answer(getMe, { agent: null }))
  await visit('/rooms')
  const link = await screen.findByRole('link', { name: 'Sign in with ProConnect' })
  expect(link.getAttribute('href')).toBe('/api/v1/auth/login?returnTo=%2Frooms')
})

test('the administration is not shown to an agent, in the navigation or at its address', async () => {
  await visit('/admin/users')
  expect(await screen.findByRole('heading', { name: 'This page is for administrators' })).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Administration' })).toBeNull()
})

test('a session that ended elsewhere is noticed at the first refusal', async () => {
  api.on(listRooms, () => problemResponse('unauthenticated'))
  await visit('/rooms')
  expect(await screen.findByRole('heading', { name: 'Sign in to continue' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: /Account of/ })).toBeNull()
})

test('a server that is away is told with a way to try again, which works when it is back', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  api.on(getMe, () => problemResponse('database_unavailable'))
  await visit('/rooms')
  expect(await screen.findByRole('heading', { name: 'The service is unavailable for a moment' })).toBeTruthy()
  expect(screen.getByText('Code: database_unavailable · Reference: req-42')).toBeTruthy()
  api.on(getMe, () => answer(getMe, { agent: sampleAgent }))
  await userEvent.setup().click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('heading', { name: 'Hello Claire Lemoine' })).toBeTruthy()
})

test('signing out ends the session here and goes where the API says', async () => {
  api.on(logout, () => problemResponse('internal'))
  await visit('/rooms')
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: 'Account of Claire Lemoine' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }))
  expect(await screen.findByText('Something went wrong on our side')).toBeTruthy()
  expect(localStorage.getItem('visavis.signed-in')).toBe('yes')
})

test('the language is switched on the spot', async () => {
  await visit('/no/such/page')
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: 'Français' }))
  expect(await screen.findByRole('heading', { name: 'Cette page n’existe pas' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'English' }))
  expect(await screen.findByRole('heading', { name: 'This page does not exist' })).toBeTruthy()
})
