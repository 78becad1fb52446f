import { act, screen } from '@testing-library/react'
import { type Breakouts, getBreakouts } from '@visavis/contracts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answer, mockApi } from '../../../test/mock-api.ts'
import { renderScreen } from '../../../test/render.tsx'
import type { CallSession } from '../call-session.ts'
import { CallContext } from '../hooks/call-context.ts'
import { createMoves } from '../model/moves.ts'
import { BreakoutBanners } from './breakout-banners.tsx'
import { move } from './move.ts'

vi.mock('./move.ts', async (original) => ({ ...(await original<typeof import('./move.ts')>()), move: vi.fn() }))

const callId = 'b0000000-0000-4000-8000-000000000000'
const identity = 'a0000000-0000-4000-8000-000000000001'
const budget = 'c0000000-0000-4000-8000-000000000001'
const salary = 'c0000000-0000-4000-8000-000000000002'
const at = '2026-01-05T08:00:00.000Z'
const open: Breakouts = {
  phase: 'open',
  byChoice: false,
  automatic: true,
  placesLatecomers: true,
  minutes: null,
  countdownSeconds: 30,
  openedAt: at,
  endsAt: null,
  closesAt: null,
  announcement: null,
  people: null,
  rooms: [
    { id: budget, name: 'Budget', present: 2, helpAskedAt: null },
    { id: salary, name: 'Paie', present: 0, helpAskedAt: null },
  ],
  own: { assignedId: budget, assignedAt: at, placeId: null },
}

let api: ReturnType<typeof mockApi>
beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  vi.mocked(move).mockReset().mockResolvedValue()
  api = mockApi()
})
afterEach(() => vi.useRealTimers())

/** The banners of somebody in the main call, or in this room. */
async function inCall(
  breakouts: Partial<Breakouts> = {},
  { here = null, role = 'participant' }: { here?: { id: string; name: string } | null; role?: string } = {},
) {
  api.on(getBreakouts, () => answer(getBreakouts, { ...open, ...breakouts }))
  const shared = { revision: 3, hands: [], spotlight: null, breakouts: 3, handUp: false }
  const unchanging = <T,>(state: T) => ({ subscribe: () => () => undefined, getState: () => state })
  const session = {
    connection: {
      ...unchanging({ phase: 'connected' }),
      getAdmitted: () => ({ callId, identity, role, breakout: here }),
    },
    role: { subscribe: () => () => undefined, get: () => role },
    shared: unchanging(shared),
    moves: createMoves(() => undefined),
  } as unknown as CallSession
  const onManage = vi.fn()
  const { user } = renderScreen(
    <CallContext value={session}>
      <BreakoutBanners onManage={role === 'participant' ? null : onManage} />
    </CallContext>,
  )
  await act(() => vi.advanceTimersByTimeAsync(100))
  return { user, session, onManage }
}
const goneTo = () => vi.mocked(move).mock.calls.map(([, breakoutId]) => breakoutId)
const wait = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

test('one is taken to one’s room after a moment, once', async () => {
  await inCall()
  expect(screen.getByRole('alert').textContent).toBe('You are going to Budget in 5 seconds.')
  await wait(4000)
  expect(goneTo()).toEqual([])
  await wait(2500)
  expect(goneTo()).toEqual([budget])
  await wait(20_000)
  expect(goneTo()).toEqual([budget])
})

test('one who stays is not taken, and finds the way there later', async () => {
  const { user } = await inCall()
  await user.click(screen.getByRole('button', { name: 'Stay here' }))
  await wait(20_000)
  expect(goneTo()).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Join Budget' }))
  expect(goneTo()).toEqual([budget])
})

test('one who is invited goes when they like', async () => {
  const { user } = await inCall({ automatic: false })
  await wait(20_000)
  expect(goneTo()).toEqual([])
  expect(screen.getByText('You are invited to Budget.')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Not now' }))
  expect(screen.getByText('Your breakout room is Budget.')).toBeTruthy()
})

test('who may choose has a list of the rooms, with how many are there', async () => {
  const { user } = await inCall({ byChoice: true, own: { ...open.own, assignedId: null } })
  await user.click(screen.getByRole('button', { name: 'Choose a room' }))
  const item = await screen.findByRole('menuitemradio', { name: /Budget/ })
  expect(item.textContent).toContain('2 people')
  await user.click(screen.getByRole('menuitemradio', { name: /Paie/ }))
  expect(goneTo()).toEqual([salary])
})

test('who stays behind without a room is told nothing, a host can visit', async () => {
  const nowhere = { own: { ...open.own, assignedId: null } }
  await inCall(nowhere)
  expect(screen.queryByText('The breakout rooms are open.')).toBeNull()
  const { user, onManage } = await inCall(nowhere, { role: 'owner' })
  expect(screen.getByRole('button', { name: 'Visit a room' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Manage' }))
  expect(onManage).toHaveBeenCalled()
})

test('one goes back at the time of the recall', async () => {
  const closesAt = new Date(Date.now() + 20_000).toISOString()
  const own = { ...open.own, placeId: budget }
  await inCall({ phase: 'recalling', closesAt, own }, { here: { id: budget, name: 'Budget' } })
  expect(screen.getByText(/^You go back to the main meeting in \d+ seconds/)).toBeTruthy()
  await wait(19_000)
  expect(goneTo()).toEqual([])
  await wait(2500)
  expect(goneTo()).toEqual([null])
})

test('one goes back when a host has sent one back, or the rooms are closed', async () => {
  await inCall({ phase: 'closed', rooms: [] }, { here: { id: budget, name: 'Budget' } })
  expect(goneTo()).toEqual([null])
})

test('what a host tells all rooms is shown until it is read, and not again after a move', async () => {
  const announcement = { text: 'Encore cinq minutes', at }
  const { user, session } = await inCall({ announcement, own: { ...open.own, assignedId: null } })
  expect(screen.getByRole('alert').textContent).toContain('Encore cinq minutes')
  await user.click(screen.getByRole('button', { name: 'Close the message' }))
  expect(screen.queryByText('Encore cinq minutes')).toBeNull()
  expect(session.moves.getNotes().readAt).toBe(at)
})

test('hosts hear calls for help, but from the room that they are in', async () => {
  const asking = open.rooms.map((room) => ({ ...room, helpAskedAt: at }))
  const own = { ...open.own, placeId: budget }
  const { user } = await inCall({ rooms: asking, own }, { role: 'cohost', here: { id: budget, name: 'Budget' } })
  expect(screen.queryByText('Budget asks for a host.')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Go to Paie' }))
  expect(goneTo()).toEqual([salary])
})

test('the last minute is said', async () => {
  const endsAt = new Date(Date.now() + 62_000).toISOString()
  const own = { ...open.own, placeId: budget }
  await inCall({ endsAt, own }, { here: { id: budget, name: 'Budget' } })
  expect(screen.getByText(/1 min.* left/)).toBeTruthy()
  await wait(5000)
  expect(screen.getByText(/5\d sec.* left/)).toBeTruthy()
})
