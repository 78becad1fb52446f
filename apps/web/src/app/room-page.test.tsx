import { act, screen } from '@testing-library/react'
import {
  type Admitted,
  type EntryState,
  getConfig,
  getMe,
  getRoom,
  joinRoom,
  type RoomPreview,
  withdrawEntry,
} from '@visavis/contracts'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { ConnectionState } from '../features/call/model/connection.ts'
import { me } from '../platform/me.ts'
import { FakeEventSource } from '../test/fake-event-source.ts'
import { answer, mockApi, problemResponse } from '../test/mock-api.ts'
import { renderScreen } from '../test/render.tsx'
import { sampleAgent, sampleConfig } from '../test/samples.ts'
import RoomPage from './room-page.tsx'

const slug = 'abc-defg-hij'
const preview: RoomPreview = {
  slug,
  name: 'Weekly review',
  ownerName: 'Claire Lemoine',
  role: null,
  entry: 'lobby',
  elsewhere: false,
}
const admitted: Admitted = {
  outcome: 'admitted',
  token: 'token',
  signalUrl: 'wss://visavis.test',
  callId: 'c0000000-0000-4000-8000-000000000000',
  identity: 'a0000000-0000-4000-8000-000000000000',
  resumeSecret: 'a secret of twenty characters',
  displayName: 'Paul Mercier',
  role: 'participant',
  entersMuted: false,
  room: { slug, name: 'Weekly review', accessLevel: 'trusted' },
  arrivesMuted: false,
  breakout: null,
}
const waiting = { outcome: 'waiting', entryId: 'b0000000-0000-4000-8000-000000000000' } as const

let state: ConnectionState
let tell: () => void
const startCall = vi.fn()
vi.mock('./room/load-call.ts', () => ({
  loadCall: async () => ({ startCall, CallScreen: () => <p>The call</p> }),
  prepareCall: async () => undefined,
}))

let api: ReturnType<typeof mockApi>
beforeEach(() => {
  state = { phase: 'connected' }
  startCall.mockReset().mockImplementation(({ admitted }: { admitted: Admitted }) => ({
    admitted,
    startedAtMs: Date.now(),
    role: { subscribe: () => () => {}, get: () => admitted.role },
    connection: { getState: () => state, subscribe: (listener: () => void) => (tell = listener) },
  }))
  vi.stubGlobal('EventSource', FakeEventSource)
  FakeEventSource.open = []
  api = mockApi()
  api.on(getConfig, () => answer(getConfig, sampleConfig))
  api.on(getMe, () => answer(getMe, { agent: null }))
  api.on(getRoom, () => answer(getRoom, preview))
  api.on(joinRoom, () => answer(joinRoom, waiting))
  me.forget()
  localStorage.clear()
})

const arrive = () => renderScreen(<RoomPage />, `/${slug}`)
const say = (entry: EntryState['state'], message: EntryState['message'] = null) =>
  act(async () => FakeEventSource.open[0]?.say('entry', { state: entry, requestedAt: null, message }))

async function ask() {
  const { user } = arrive()
  await user.type(await screen.findByLabelText('Your name'), 'Paul Mercier')
  await user.click(screen.getByRole('button', { name: 'Ask to enter' }))
  await screen.findByRole('heading', { name: 'Your hosts have been told' })
  return user
}

test('a guest asks, waits, and is in when a host says so', async () => {
  await ask()
  expect(api.asked(joinRoom)[0]?.body).toEqual({ displayName: 'Paul Mercier' })
  api.on(joinRoom, () => answer(joinRoom, admitted))
  await say('admitted')
  expect(await screen.findByText('The call')).toBeTruthy()
  expect(startCall).toHaveBeenCalledTimes(1)
  expect(FakeEventSource.open).toEqual([])
})

test('a refusal is told, and one may ask again', async () => {
  const user = await ask()
  await say('denied')
  expect(await screen.findByRole('heading', { name: 'Your request was not accepted' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Ask again' }))
  expect(await screen.findByRole('button', { name: 'Ask to enter' })).toBeTruthy()
})

test('what hosts tell those who wait is shown, as text, until they take it back', async () => {
  await ask()
  await say('waiting', { text: 'We begin at ten. <b>Bring</b> your files.', at: '2026-01-05T08:00:00.000Z' })
  expect(await screen.findByText('We begin at ten. <b>Bring</b> your files.')).toBeTruthy()
  await say('waiting')
  expect(screen.queryByText(/We begin at ten/)).toBeNull()
})

test('to whom no host comes is told so kindly, and may ask again', async () => {
  const user = await ask()
  await say('expired')
  expect(await screen.findByRole('heading', { name: 'Nobody has come to let you in' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Ask again' }))
  expect(await screen.findByRole('button', { name: 'Ask to enter' })).toBeTruthy()
})

test('whoever stops waiting is taken off the list', async () => {
  api.on(withdrawEntry, () => answer(withdrawEntry, undefined))
  const user = await ask()
  await user.click(screen.getByRole('button', { name: 'Stop waiting' }))
  expect(await screen.findByRole('button', { name: 'Ask to enter' })).toBeTruthy()
  expect(api.asked(withdrawEntry)).toHaveLength(1)
  expect(FakeEventSource.open).toEqual([])
})

test('a broken stream says that the request is kept', async () => {
  await ask()
  act(() => FakeEventSource.open[0]?.breakOff())
  expect(screen.getByText(/Your request is kept/)).toBeTruthy()
})

test('a request that the server has forgotten is asked anew', async () => {
  await ask()
  await say('gone')
  expect(await screen.findByText('Your request is no longer known')).toBeTruthy()
})

test('an admission that does not get through can be tried again', async () => {
  const user = await ask()
  api.on(joinRoom, () => problemResponse('sfu_unavailable'))
  await say('admitted')
  await user.click(await screen.findByRole('button', { name: 'Try again' }))
  expect(api.asked(joinRoom)).toHaveLength(3)
})

test('an agent comes in under their own name, without being asked for one', async () => {
  api.on(getMe, () => answer(getMe, { agent: sampleAgent }))
  api.on(getRoom, () => answer(getRoom, { ...preview, entry: 'direct' }))
  api.on(joinRoom, () => answer(joinRoom, admitted))
  const { user } = arrive()
  await user.click(await screen.findByRole('button', { name: 'Join' }))
  expect(screen.queryByLabelText('Your name')).toBeNull()
  expect(await screen.findByText('The call')).toBeTruthy()
})

describe('whoever is in the call on another page', () => {
  const arriveTwice = async () => {
    api.on(getMe, () => answer(getMe, { agent: sampleAgent }))
    api.on(getRoom, () => answer(getRoom, { ...preview, entry: 'direct', elsewhere: true }))
    api.on(joinRoom, () => answer(joinRoom, { ...admitted, arrivesMuted: true }))
    const { user } = arrive()
    expect(await screen.findByText('You are already in this meeting')).toBeTruthy()
    return user
  }

  test('may move it here, with the microphone off if it was off there', async () => {
    const user = await arriveTwice()
    await user.click(screen.getByRole('button', { name: 'Move the call here' }))
    expect(await screen.findByText('The call')).toBeTruthy()
    expect(api.asked(joinRoom)[0]?.body).toEqual({ displayName: sampleAgent.displayName, move: true })
    expect(startCall.mock.calls[0]?.[0].admitted.arrivesMuted).toBe(true)
  })

  test('may join here too, and comes in as any other', async () => {
    const user = await arriveTwice()
    await user.click(screen.getByRole('button', { name: 'Join here too' }))
    expect(await screen.findByText('The call')).toBeTruthy()
    expect(api.asked(joinRoom)[0]?.body).toEqual({ displayName: sampleAgent.displayName })
  })
})

test('a room that does not exist has a way on', async () => {
  api.on(getRoom, () => problemResponse('not_found'))
  arrive()
  expect(await screen.findByRole('heading', { name: 'This meeting cannot be entered' })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Sign in' }).getAttribute('href')).toContain('returnTo=%2Fabc-defg-hij')
})

test('a room that does not exist sends an agent back to their rooms', async () => {
  api.on(getMe, () => answer(getMe, { agent: sampleAgent }))
  api.on(getRoom, () => problemResponse('not_found'))
  arrive()
  expect(await screen.findByRole('link', { name: 'Back to my rooms' })).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Sign in' })).toBeNull()
})

test('too many requests: says when to try again, and keeps the name', async () => {
  api.on(joinRoom, () => problemResponse('rate_limited', { retryAfterSeconds: 30 }))
  const { user } = arrive()
  await user.type(await screen.findByLabelText('Your name'), 'Paul Mercier')
  await user.click(screen.getByRole('button', { name: 'Ask to enter' }))
  expect(await screen.findByText(/30 seconds/)).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('Your name').value).toBe('Paul Mercier')
})

describe('after the call', () => {
  async function over(end: Extract<ConnectionState, { phase: 'over' }>['end']) {
    api.on(joinRoom, () => answer(joinRoom, admitted))
    const { user } = arrive()
    await user.type(await screen.findByLabelText('Your name'), 'Paul Mercier')
    await user.click(screen.getByRole('button', { name: 'Ask to enter' }))
    await screen.findByText('The call')
    state = { phase: 'over', end }
    act(() => tell())
    return user
  }

  test.each([
    ['left', 'You have left the meeting', 'Join again'],
    ['ended', 'The meeting is over', 'Join again'],
    ['elsewhere', 'You have moved to another page or device', 'Continue here'],
    ['refused', 'Your request was not accepted', 'Ask again'],
  ] as const)('%s: says so, how long it was, and leads back in', async (end, title, way) => {
    const user = await over(end)
    const heading = await screen.findByRole('heading', { name: title })
    expect(document.activeElement).toBe(heading)
    expect(screen.getByText(/You stayed for/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: way }))
    expect(await screen.findByLabelText('Your name')).toBeTruthy()
  })

  test('removed: there is no way back in, but one home', async () => {
    await over('removed')
    expect(await screen.findByRole('heading', { name: 'You are no longer in the meeting' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: /again|here/ })).toBeNull()
    expect(screen.getByRole('link', { name: 'Back to the home page' })).toBeTruthy()
  })

  test('access that must be asked anew leads to the lobby', async () => {
    await over('waiting')
    expect(await screen.findByRole('heading', { name: 'Your hosts have been told' })).toBeTruthy()
  })
})
