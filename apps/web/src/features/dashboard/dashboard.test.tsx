import { screen, waitFor, within } from '@testing-library/react'
import { createRoom, deleteRoom, getConfig, listRooms, updateRoom } from '@visavis/contracts'
import { beforeEach, expect, test, vi } from 'vitest'
import { config } from '../../platform/config.ts'
import { answer, mockApi, problemResponse } from '../../test/mock-api.ts'
import { renderScreen } from '../../test/render.tsx'
import { sampleAgent, sampleConfig, sampleRoom } from '../../test/samples.ts'
import { DashboardHeader } from './dashboard-header.tsx'
import { RoomsPanel } from './rooms-panel.tsx'

let api: ReturnType<typeof mockApi>
const live = { callId: '00000000-0000-4000-8000-000000000050', participants: 6, startedAt: '2026-11-22T10:00:00.000Z' }
const showRooms = (...rooms: ReturnType<typeof sampleRoom>[]) =>
  api.on(listRooms, () => answer(listRooms, { items: rooms, nextCursor: null }))

beforeEach(() => {
  config.forget()
  api = mockApi()
  api.on(getConfig, () => answer(getConfig, sampleConfig))
})

test('“Meet now” is one click to the door of a new room', async () => {
  api.on(createRoom, () => answer(createRoom, sampleRoom({ slug: 'new-room-abc' })))
  const { user, history } = renderScreen(<DashboardHeader agent={sampleAgent} />)
  await user.click(screen.getByRole('button', { name: 'Meet now' }))
  await waitFor(() => expect(history).toEqual(['/rooms', '/new-room-abc']))
  expect(api.asked(createRoom)).toMatchObject([{ body: {} }])
})

test('when no room can be made, the reason is said and the page stays', async () => {
  api.on(createRoom, () => problemResponse('rate_limited', { retryAfterSeconds: 30 }))
  const { user, history } = renderScreen(<DashboardHeader agent={sampleAgent} />)
  await user.click(screen.getByRole('button', { name: 'Meet now' }))
  expect((await screen.findByRole('alert')).textContent).toMatch(/Too many requests.*30 seconds/)
  expect(history).toEqual(['/rooms'])
})

test('a new room has a name and an access level, the operator’s default first', async () => {
  api.on(createRoom, () => answer(createRoom, sampleRoom()))
  const { user } = renderScreen(<DashboardHeader agent={sampleAgent} />)
  await user.click(screen.getByRole('button', { name: 'New room' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'New room' }))
  await user.click(dialog.getByRole('button', { name: 'Create the room' }))
  expect(dialog.getByText(/Give the room a name/)).toBeTruthy()
  await user.type(dialog.getByRole('textbox', { name: 'Name of the room' }), '  Weekly   review ')
  expect(dialog.getByRole('radio', { name: /Guests on approval/ })).toHaveProperty('checked', true)
  await user.click(dialog.getByRole('radio', { name: /Members only/ }))
  await user.click(dialog.getByRole('button', { name: 'Create the room' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(api.asked(createRoom)).toMatchObject([{ body: { name: 'Weekly review', accessLevel: 'restricted' } }])
})

test('the table says what is live, with how many, and what was never used', async () => {
  showRooms(sampleRoom({ liveCall: live }), sampleRoom({ slug: 'hel-nork-ifa', name: 'Interviews' }))
  renderScreen(<RoomsPanel renderRules={() => null} />)
  const [, first, second] = await screen.findAllByRole('row')
  expect(first?.textContent).toMatch(/Live · 6 people/)
  expect(second?.textContent).toMatch(/never/)
  expect(screen.getByRole('link', { name: 'Join “Weekly review”' }).getAttribute('href')).toBe('/kfm-trea-pos')
})

test('copying the link puts it on the clipboard and says so in the button', async () => {
  showRooms(sampleRoom())
  const { user } = renderScreen(<RoomsPanel renderRules={() => null} />)
  await user.click(await screen.findByRole('button', { name: 'Copy the link of “Weekly review”' }))
  expect(await navigator.clipboard.readText()).toBe(`${location.origin}/kfm-trea-pos`)
  expect(screen.getByText('Copied')).toBeTruthy()
})

test('deleting asks first and says what is lost; only then is the room gone', async () => {
  const rooms = [sampleRoom({ liveCall: live })]
  api.on(listRooms, () => answer(listRooms, { items: rooms, nextCursor: null }))
  api.on(deleteRoom, () => {
    rooms.pop()
    return answer(deleteRoom, undefined)
  })
  const { user } = renderScreen(<RoomsPanel renderRules={() => null} />)
  const open = async () => {
    await user.click(await screen.findByRole('button', { name: 'More actions for “Weekly review”' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }))
    return within(await screen.findByRole('alertdialog', { name: 'Delete “Weekly review”?' }))
  }
  const first = await open()
  expect(first.getByText(/its link and its list of members go for good/)).toBeTruthy()
  expect(first.getByText(/it will end for the 6 people/)).toBeTruthy()
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
  expect(api.asked(deleteRoom)).toEqual([])
  const second = await open()
  await user.click(second.getByRole('button', { name: 'Delete the room' }))
  expect(await screen.findByText('You have no room yet')).toBeTruthy()
  expect(api.asked(deleteRoom)).toMatchObject([{ params: { slug: 'kfm-trea-pos' } }])
})

test('renaming sends name and access, and a failure is said in the dialog', async () => {
  showRooms(sampleRoom())
  api.on(updateRoom, () => problemResponse('forbidden'))
  const { user } = renderScreen(<RoomsPanel renderRules={() => null} />)
  await user.click(await screen.findByRole('button', { name: 'More actions for “Weekly review”' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Name and access' }))
  const dialog = within(await screen.findByRole('dialog'))
  const name = dialog.getByRole('textbox')
  await user.clear(name)
  await user.type(name, 'Monday{Enter}')
  expect((await dialog.findByRole('alert')).textContent).toMatch(/do not have this right/)
  expect(api.asked(updateRoom)).toMatchObject([{ body: { name: 'Monday', accessLevel: 'trusted' } }])
})

test('searching asks the server once typing pauses, and says when nothing was found', async () => {
  api.on(listRooms, ({ query }) =>
    answer(listRooms, { items: query['search'] ? [] : [sampleRoom()], nextCursor: null }),
  )
  const { user } = renderScreen(<RoomsPanel renderRules={() => null} />)
  await screen.findByRole('table')
  await user.type(screen.getByRole('searchbox', { name: 'Search' }), 'budget')
  expect(await screen.findByText('No room matches “budget”')).toBeTruthy()
  expect(api.asked(listRooms).map(({ query }) => query['search'])).toEqual([undefined, 'budget'])
})

test('the next page is asked for with its cursor and joins the first', async () => {
  api.on(listRooms, ({ query }) =>
    query['cursor'] === 'next'
      ? answer(listRooms, { items: [sampleRoom({ slug: 'hel-nork-ifa', name: 'Interviews' })], nextCursor: null })
      : answer(listRooms, { items: [sampleRoom()], nextCursor: 'next' }),
  )
  const { user } = renderScreen(<RoomsPanel renderRules={() => null} />)
  await user.click(await screen.findByRole('button', { name: 'Show more' }))
  expect(await screen.findByText('Interviews')).toBeTruthy()
  expect(screen.getByText('Weekly review')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull()
})

test('a list that cannot be had says why and is tried again on request', async () => {
  const handler = vi.fn(() => problemResponse('database_unavailable'))
  api.on(listRooms, handler)
  const { user } = renderScreen(<RoomsPanel renderRules={() => null} />)
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toMatch(/unavailable for a moment.*req-42/)
  showRooms(sampleRoom())
  await user.click(within(alert).getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('Weekly review')).toBeTruthy()
})

test('a member may enter and copy, and has no menu', async () => {
  showRooms(sampleRoom({ role: 'member', ownerName: 'Karim Haddad' }))
  renderScreen(<RoomsPanel renderRules={() => null} />)
  expect((await screen.findByRole('table')).textContent).toMatch(/by Karim Haddad/)
  expect(screen.queryByRole('button', { name: /More actions/ })).toBeNull()
})
