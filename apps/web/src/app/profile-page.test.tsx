import { act, screen, waitFor, within } from '@testing-library/react'
import {
  type AgentSession,
  chooseName,
  endOtherSessions,
  endSession,
  eraseAccount,
  getConfig,
  getMe,
  getProfile,
  getSettings,
  listSessions,
  newRoomsSchema,
  type Profile,
  setNewRooms,
  settingsSchema,
  updateSettings,
} from '@visavis/contracts'
import { beforeEach, expect, test } from 'vitest'
import { config } from '../platform/config.ts'
import { me } from '../platform/me.ts'
import { answer, mockApi, problemResponse } from '../test/mock-api.ts'
import { renderScreen } from '../test/render.tsx'
import { sampleAgent, sampleConfig } from '../test/samples.ts'
import ProfilePage from './profile-page.tsx'

let api: ReturnType<typeof mockApi>
let sessions: AgentSession[]
const session = (handle: string, more: Partial<AgentSession> = {}): AgentSession => ({
  handle: handle.padEnd(22, 'x'),
  current: false,
  browser: 'Firefox',
  system: 'Windows',
  signedInAt: '2026-11-20T08:00:00.000Z',
  endsAt: '2026-11-20T20:00:00.000Z',
  ...more,
})
const profile = (changes: Partial<Profile> = {}): Profile => ({
  providedName: 'Claire Anne Lemoine',
  nameChoice: 'possible',
  newRooms: newRoomsSchema.parse({}),
  ownedRooms: 3,
  openCalls: 1,
  lastAdministrator: false,
  ...changes,
})

beforeEach(() => {
  config.forget()
  me.forget()
  localStorage.clear()
  sessions = [
    session('here', { current: true }),
    session('phone', { browser: 'Safari', system: 'iPhone' }),
    session('old'),
  ]
  api = mockApi()
  api.on(getConfig, () => answer(getConfig, sampleConfig))
  api.on(getMe, () => answer(getMe, { agent: sampleAgent }))
  api.on(getSettings, () => answer(getSettings, settingsSchema.parse({})))
  api.on(updateSettings, () => answer(updateSettings, settingsSchema.parse({})))
  api.on(getProfile, () => answer(getProfile, profile()))
  api.on(listSessions, () => answer(listSessions, { items: sessions }))
})

const open = async () => {
  const { user } = await act(async () => renderScreen(<ProfilePage />, '/profile'))
  await screen.findByText('This browser')
  return user
}
const region = (name: string) => within(screen.getByRole('region', { name }))

test('a name is chosen, refused in words, and taken back', async () => {
  const user = await open()
  const account = region('Account')
  const field = account.getByRole('textbox', { name: 'Name shown' })
  api.on(chooseName, () => problemResponse('name_not_vouched'))
  await user.clear(field)
  await user.type(field, 'Sophie Lemoine{Enter}')
  expect(await account.findByText(/too far from.*Keep your family name whole/)).toBeTruthy()
  api.on(chooseName, ({ body }) => {
    const { displayName } = body as { displayName: string | null }
    return answer(chooseName, { ...sampleAgent, displayName: displayName ?? 'Claire Anne Lemoine' })
  })
  await user.clear(field)
  await user.type(field, 'C. Lemoine{Enter}')
  expect(await screen.findByText('Your next meetings will show “C. Lemoine”.')).toBeTruthy()
  await user.click(account.getByRole('button', { name: 'Back to the provided name' }))
  await waitFor(() => expect(field).toHaveProperty('value', 'Claire Anne Lemoine'))
  expect(api.asked(chooseName).map(({ body }) => body)).toEqual([
    { displayName: 'Sophie Lemoine' },
    { displayName: 'C. Lemoine' },
    { displayName: null },
  ])
})

test('where nothing may be chosen, it says why and shows no field', async () => {
  api.on(getProfile, () => answer(getProfile, profile({ nameChoice: 'switched_off' })))
  await open()
  expect(region('Account').getByText(/administrators of this service show each agent/)).toBeTruthy()
  expect(screen.queryByRole('textbox', { name: 'Name shown' })).toBeNull()
})

test('a time zone is found by its city, and kept', async () => {
  const user = await open()
  await user.click(region('Language and time zone').getByRole('button', { name: 'Change' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Time zone' }))
  await user.type(dialog.getByRole('searchbox'), 'new york')
  await user.click(dialog.getByRole('radio', { name: /America \/ New York/ }))
  await user.click(dialog.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('America / New York')).toBeTruthy()
  await waitFor(() =>
    expect(api.asked(updateSettings).map(({ body }) => body)).toEqual([{ general: { timeZone: 'America/New_York' } }]),
  )
})

test('new rooms keep what is changed and nothing else; a refusal is taken back and said', async () => {
  api.on(setNewRooms, () => answer(setNewRooms, undefined))
  const user = await open()
  const rooms = region('New rooms')
  await user.click(rooms.getByRole('switch', { name: /^Stage mode/ }))
  await waitFor(() => expect(api.asked(setNewRooms)).toHaveLength(1))
  expect(api.asked(setNewRooms)[0]?.body).toMatchObject({ accessLevel: null, settings: { stage: true } })
  api.on(setNewRooms, () => problemResponse('database_unavailable'))
  await user.selectOptions(rooms.getByRole('combobox', { name: 'Who enters directly' }), 'restricted')
  expect(await screen.findByText(/could not be saved/)).toBeTruthy()
  expect(rooms.getByRole('switch', { name: /^Stage mode/ })).toHaveProperty('checked', true)
})

test('another session is ended, this one cannot be', async () => {
  api.on(endSession, ({ params }) => {
    sessions = sessions.filter(({ handle }) => handle !== params['handle'])
    return answer(endSession, undefined)
  })
  const user = await open()
  const part = region('Sessions')
  expect(part.getAllByRole('listitem')[0]?.querySelector('button')).toBeNull()
  await user.click(part.getByRole('button', { name: /^Sign out · Safari on iPhone/ }))
  await waitFor(() => expect(part.getAllByRole('listitem')).toHaveLength(2))
  expect(api.asked(endSession)).toMatchObject([{ params: { handle: session('phone').handle } }])
  expect(screen.getByText('That browser is signed out')).toBeTruthy()
})

test('all other sessions are ended at once', async () => {
  api.on(endOtherSessions, () => {
    sessions = sessions.slice(0, 1)
    return answer(endOtherSessions, undefined)
  })
  const user = await open()
  await user.click(screen.getByRole('button', { name: 'Sign out all others' }))
  await waitFor(() => expect(region('Sessions').getAllByRole('listitem')).toHaveLength(1))
  expect(screen.queryByRole('button', { name: 'Sign out all others' })).toBeNull()
})

test('a list of sessions that cannot be had says so, and the rest of the page works', async () => {
  api.on(listSessions, () => problemResponse('rate_limited', { retryAfterSeconds: 20 }))
  await act(async () => renderScreen(<ProfilePage />, '/profile'))
  expect(await screen.findByText('Too many requests in a short time')).toBeTruthy()
  expect(screen.getByRole('region', { name: 'Your data' })).toBeTruthy()
})

test('the export is a file to download', async () => {
  await open()
  const link = region('Your data').getByRole('link', { name: 'Download' })
  expect([link.getAttribute('href'), link.hasAttribute('download')]).toEqual(['/api/v1/me/export', true])
})

test('an account goes only once its address was typed; until then it says what is lost', async () => {
  api.on(eraseAccount, () => problemResponse('sfu_unavailable'))
  const user = await open()
  await user.click(screen.getByRole('button', { name: 'Delete my account' }))
  const dialog = within(await screen.findByRole('alertdialog', { name: 'Delete your account?' }))
  expect(dialog.getByText(/Your 3 rooms, their meetings and their chats/)).toBeTruthy()
  expect(dialog.getByText(/meeting going on in one of your rooms ends/)).toBeTruthy()
  const field = dialog.getByRole('textbox')
  await user.type(field, 'claire{Enter}')
  expect(dialog.getByText(`Type exactly ${sampleAgent.email}.`)).toBeTruthy()
  expect(api.asked(eraseAccount)).toEqual([])
  await user.clear(field)
  await user.type(field, `${sampleAgent.email.toUpperCase()}{Enter}`)
  expect((await dialog.findByRole('alert')).textContent).toMatch(/media server|meeting server|unavailable/)
  expect(api.asked(eraseAccount)).toMatchObject([{ body: { email: sampleAgent.email } }])
})

test('the last administrator is told what to do first', async () => {
  api.on(getProfile, () => answer(getProfile, profile({ lastAdministrator: true })))
  await open()
  expect(screen.getByText(/Give this role to somebody else first/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Delete my account' })).toBeNull()
})
