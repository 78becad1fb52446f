import { act, screen, within } from '@testing-library/react'
import {
  announceToBreakouts,
  assignBreakouts,
  type Breakouts,
  getBreakouts,
  openBreakouts,
  planBreakouts,
  recallBreakouts,
} from '@visavis/contracts'
import { beforeEach, expect, test } from 'vitest'
import { answer, mockApi, problemResponse } from '../../../test/mock-api.ts'
import { renderScreen } from '../../../test/render.tsx'
import type { CallSession } from '../call-session.ts'
import { CallContext } from '../hooks/call-context.ts'
import { createMoves } from '../model/moves.ts'
import { BreakoutsActivity } from './breakouts-activity.tsx'

const callId = 'b0000000-0000-4000-8000-000000000000'
const identity = 'a0000000-0000-4000-8000-000000000001'
const paul = 'a0000000-0000-4000-8000-000000000002'
const budget = 'c0000000-0000-4000-8000-000000000001'
const salary = 'c0000000-0000-4000-8000-000000000002'
const at = '2026-01-05T08:00:00.000Z'
const room = (id: string, name: string) => ({ id, name, present: 0, helpAskedAt: null })
const draft: Breakouts = {
  phase: 'draft',
  byChoice: false,
  automatic: true,
  placesLatecomers: true,
  minutes: null,
  countdownSeconds: 30,
  openedAt: null,
  endsAt: null,
  closesAt: null,
  announcement: null,
  rooms: [room(budget, 'Budget'), room(salary, 'Paie')],
  people: [{ identity: paul, displayName: 'Paul Mercier', host: false, assignedId: null, placeId: null }],
  own: { assignedId: null, assignedAt: null, placeId: null },
}

let api: ReturnType<typeof mockApi>
beforeEach(() => {
  api = mockApi()
})

async function panelOf(breakouts: Partial<Breakouts>) {
  api.on(getBreakouts, () => answer(getBreakouts, { ...draft, ...breakouts }))
  for (const endpoint of [planBreakouts, assignBreakouts, openBreakouts, recallBreakouts, announceToBreakouts])
    api.on(endpoint, () => new Response(null, { status: 204 }))
  const unchanging = <T,>(state: T) => ({ subscribe: () => () => undefined, getState: () => state })
  const session = {
    connection: {
      ...unchanging({ phase: 'connected' }),
      getAdmitted: () => ({ callId, identity, role: 'owner', breakout: null }),
    },
    shared: unchanging({ revision: 3, hands: [], spotlight: null, breakouts: null, handUp: false }),
    moves: createMoves(() => undefined),
  } as unknown as CallSession
  const { user } = renderScreen(
    <CallContext value={session}>
      <BreakoutsActivity />
    </CallContext>,
  )
  return user
}

test('begins with how many rooms there are to be', async () => {
  const user = await panelOf({ rooms: [] })
  await user.selectOptions(await screen.findByRole('combobox', { name: 'How many rooms' }), '3')
  await user.click(screen.getByRole('button', { name: 'Make the rooms' }))
  expect(api.asked(planBreakouts)[0]?.body).toMatchObject({
    rooms: [{ name: 'Room 1' }, { name: 'Room 2' }, { name: 'Room 3' }],
    automatic: true,
  })
})

test('a room is renamed by leaving its field, and keeps its name when it is left empty', async () => {
  const user = await panelOf({})
  const field = await screen.findByRole('textbox', { name: 'Name of room 2' })
  await user.clear(field)
  await user.tab()
  expect(api.asked(planBreakouts)).toEqual([])
  await user.clear(screen.getByRole('textbox', { name: 'Name of room 2' }))
  await user.type(screen.getByRole('textbox', { name: 'Name of room 2' }), 'Carrières{Enter}')
  expect(api.asked(planBreakouts)[0]?.body).toMatchObject({
    rooms: [
      { id: budget, name: 'Budget' },
      { id: salary, name: 'Carrières' },
    ],
  })
})

test('a person is put in a room by the keyboard alone, and stands there at once', async () => {
  const user = await panelOf({})
  const person = await screen.findByRole('button', { name: 'Room of Paul Mercier' })
  act(() => person.focus())
  await user.keyboard('{ArrowDown}')
  await screen.findByRole('menuitemradio', { name: 'Budget' })
  await user.keyboard('{ArrowDown}{Enter}')
  expect(api.asked(assignBreakouts)[0]?.body).toEqual({
    assignments: [{ identity: paul, breakoutId: expect.any(String) }],
  })
})

test('a setting holds as soon as it is clicked, and is taken back when the API refuses', async () => {
  const user = await panelOf({})
  const choice = await screen.findByRole('switch', { name: 'People choose their room' })
  await user.click(choice)
  expect(api.asked(planBreakouts)[0]?.body).toMatchObject({ byChoice: true })
  api.on(planBreakouts, () => problemResponse('conflict'))
  await user.click(screen.getByRole('switch', { name: 'People choose their room' }))
  await screen.findByRole('switch', { name: 'People choose their room', checked: false })
})

test('open rooms show who is where and who is on the way, and end with a countdown or at once', async () => {
  const people = [
    { identity: paul, displayName: 'Paul Mercier', host: false, assignedId: budget, placeId: budget },
    { ...draft.people?.[0], identity, displayName: 'Sonia Belkacem', host: false, assignedId: budget, placeId: null },
  ]
  const asking = { ...room(budget, 'Budget'), present: 1, helpAskedAt: at }
  const user = await panelOf({ phase: 'open', openedAt: at, people, rooms: [asking, room(salary, 'Paie')] })
  const there = await screen.findByRole('heading', { name: 'Budget' })
  const item = there.closest('li')
  if (!item) throw new Error('no room')
  expect(within(item).getByRole('button', { name: 'Room of Paul Mercier' }).textContent).toBe('Paul Mercier')
  expect(within(item).getByRole('button', { name: /^Room of Sonia Belkacem/ }).textContent).toContain('not there yet')
  expect(item.textContent).toContain('asks for a host')

  await user.type(screen.getByRole('textbox', { name: 'Message to all rooms' }), 'Bonjour{Enter}')
  expect(api.asked(announceToBreakouts)[0]?.body).toEqual({ text: 'Bonjour' })
  await user.click(screen.getByRole('button', { name: 'Call everybody back' }))
  await user.click(screen.getByRole('button', { name: 'Close at once' }))
  expect(api.asked(recallBreakouts).map(({ body }) => body)).toEqual([{ at: 'countdown' }, { at: 'once' }])
})
