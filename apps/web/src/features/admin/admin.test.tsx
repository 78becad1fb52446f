import { screen, waitFor, within } from '@testing-library/react'
import {
  adminCreateRoom,
  adminEndCall,
  adminListRooms,
  adminListUsers,
  adminUpdateRoom,
  adminUpdateUser,
} from '@visavis/contracts'
import { beforeEach, expect, test } from 'vitest'
import { answer, mockApi, problemResponse } from '../../test/mock-api.ts'
import { renderScreen } from '../../test/render.tsx'
import { sampleAdminRoom, sampleUser } from '../../test/samples.ts'
import { RoomsPanel } from './rooms-panel.tsx'
import { UsersPanel } from './users-panel.tsx'

let api: ReturnType<typeof mockApi>
const live = { callId: '00000000-0000-4000-8000-000000000050', participants: 2, startedAt: '2026-11-22T10:00:00.000Z' }

beforeEach(() => {
  api = mockApi()
  api.on(adminListRooms, () =>
    answer(adminListRooms, { items: [sampleAdminRoom({ liveCall: live })], nextCursor: null }),
  )
  api.on(adminListUsers, () => answer(adminListUsers, { items: [sampleUser()], nextCursor: null }))
})

/** Opens a row's menu and chooses from it. */
async function choose(user: ReturnType<typeof renderScreen>['user'], menu: string, item: string) {
  await user.click(await screen.findByRole('button', { name: menu }))
  await user.click(await screen.findByRole('menuitem', { name: item }))
}

test('a room is created for the agent who was chosen', async () => {
  api.on(adminCreateRoom, () => answer(adminCreateRoom, sampleAdminRoom()))
  const { user } = renderScreen(<RoomsPanel />)
  await user.click(screen.getByRole('button', { name: 'New room' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(dialog.getByRole('textbox', { name: 'Name of the room' }), 'Budget')
  await user.click(dialog.getByRole('button', { name: 'Create the room' }))
  expect(dialog.getByText('Choose whom the room will belong to.')).toBeTruthy()
  await user.click(await dialog.findByRole('radio', { name: /Karim Haddad/ }))
  await user.click(dialog.getByRole('button', { name: 'Create the room' }))
  expect(await screen.findByText('The room “Budget” has been created for Karim Haddad')).toBeTruthy()
  expect(api.asked(adminCreateRoom)).toMatchObject([{ body: { name: 'Budget', ownerId: sampleUser().id } }])
})

test('a disabled agent cannot be given a room', async () => {
  const disabled = sampleUser({ displayName: 'Jeanne Petit', disabledAt: '2026-11-01T08:00:00.000Z' })
  api.on(adminListUsers, () => answer(adminListUsers, { items: [disabled], nextCursor: null }))
  const { user } = renderScreen(<RoomsPanel />)
  await choose(user, 'Actions for “Weekly review”', 'Hand over')
  const dialog = within(await screen.findByRole('dialog'))
  expect(await dialog.findByText(/Nobody matches/)).toBeTruthy()
  expect(dialog.queryByRole('radio')).toBeNull()
})

test('a room is handed over to another agent', async () => {
  api.on(adminUpdateRoom, () => answer(adminUpdateRoom, sampleAdminRoom({ ownerName: 'Karim Haddad' })))
  const { user } = renderScreen(<RoomsPanel />)
  await choose(user, 'Actions for “Weekly review”', 'Hand over')
  const dialog = within(await screen.findByRole('dialog'))
  await user.click(await dialog.findByRole('radio', { name: /Karim Haddad/ }))
  await user.click(dialog.getByRole('button', { name: 'Hand over the room' }))
  expect(await screen.findByText('“Weekly review” now belongs to Karim Haddad')).toBeTruthy()
  expect(api.asked(adminUpdateRoom)).toMatchObject([{ body: { ownerId: sampleUser().id } }])
})

test('ending a call asks first, and is only offered while there is one', async () => {
  api.on(adminEndCall, () => answer(adminEndCall, undefined))
  const { user } = renderScreen(<RoomsPanel />)
  await choose(user, 'Actions for “Weekly review”', 'End the meeting')
  const dialog = within(await screen.findByRole('alertdialog'))
  expect(dialog.getByText(/The 2 people in it will be disconnected/)).toBeTruthy()
  expect(api.asked(adminEndCall)).toEqual([])
  api.on(adminListRooms, () => answer(adminListRooms, { items: [sampleAdminRoom()], nextCursor: null }))
  await user.click(dialog.getByRole('button', { name: 'End the meeting' }))
  await waitFor(() => expect(screen.queryByText(/Live ·/)).toBeNull())
  await user.click(screen.getByRole('button', { name: 'Actions for “Weekly review”' }))
  await screen.findByRole('menuitem', { name: 'Delete' })
  expect(screen.queryByRole('menuitem', { name: 'End the meeting' })).toBeNull()
})

test('disabling says what it does, does it only when confirmed, and shows in the list', async () => {
  api.on(adminUpdateUser, () => answer(adminUpdateUser, sampleUser({ disabledAt: '2026-11-22T10:00:00.000Z' })))
  const { user } = renderScreen(<UsersPanel />)
  await choose(user, 'Actions for Karim Haddad', 'Disable the account')
  const dialog = within(await screen.findByRole('alertdialog'))
  expect(dialog.getByText(/signed out at once, leaves the meetings/)).toBeTruthy()
  const disabled = sampleUser({ disabledAt: '2026-11-22T10:00:00.000Z' })
  api.on(adminListUsers, () => answer(adminListUsers, { items: [disabled], nextCursor: null }))
  await user.click(dialog.getByRole('button', { name: 'Disable the account' }))
  expect(await screen.findByText('Disabled')).toBeTruthy()
  expect(api.asked(adminUpdateUser)).toMatchObject([{ params: { userId: sampleUser().id }, body: { disabled: true } }])
})

test('the last administrator keeps the role, and is told why', async () => {
  api.on(adminListUsers, () => answer(adminListUsers, { items: [sampleUser({ role: 'ADMIN' })], nextCursor: null }))
  api.on(adminUpdateUser, () => problemResponse('last_administrator'))
  const { user } = renderScreen(<UsersPanel />)
  await choose(user, 'Actions for Karim Haddad', 'Take away the administrator role')
  const dialog = within(await screen.findByRole('alertdialog'))
  await user.click(dialog.getByRole('button', { name: 'Take away the administrator role' }))
  expect((await dialog.findByRole('alert')).textContent).toMatch(/This is the last administrator/)
})
