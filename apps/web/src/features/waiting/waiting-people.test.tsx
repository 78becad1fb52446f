import { act, screen, waitFor } from '@testing-library/react'
import { decideEntries, type LobbyEntry, tellWaiting } from '@visavis/contracts'
import { beforeEach, expect, test, vi } from 'vitest'
import { playChime } from '../../platform/media/chime.ts'
import { FakeEventSource } from '../../test/fake-event-source.ts'
import { answer, mockApi, problemResponse } from '../../test/mock-api.ts'
import { renderScreen } from '../../test/render.tsx'
import { Announcer } from '../../ui/announcer.tsx'
import { useDecide } from './use-decide.ts'
import { useWaiting } from './use-waiting.ts'
import { WaitingPeople } from './waiting-people.tsx'

vi.mock('../../platform/media/chime.ts', () => ({ playChime: vi.fn() }))

const entry = (id: number, displayName: string, slug = 'abc-defg-hij'): LobbyEntry => ({
  id: `00000000-0000-4000-8000-00000000000${id}`,
  slug,
  roomName: 'Weekly review',
  displayName,
  verified: false,
  requestedAt: new Date().toISOString(),
})
const sonia = entry(1, 'Sonia Belkacem')
const paul = entry(2, 'Paul Mercier')

function Host({ slug }: { slug?: string }) {
  const waiting = useWaiting({ enabled: true, ...(slug !== undefined && { slug }) })
  return <WaitingPeople lobby={waiting} {...useDecide()} />
}

let api: ReturnType<typeof mockApi>
beforeEach(() => {
  vi.mocked(playChime).mockClear()
  vi.stubGlobal('EventSource', FakeEventSource)
  FakeEventSource.open = []
  api = mockApi()
  api.on(decideEntries, ({ body }) => answer(decideEntries, { decided: (body as { entryIds: string[] }).entryIds }))
})

const host = (slug?: string) =>
  renderScreen(
    <>
      <Host {...(slug !== undefined && { slug })} />
      <Announcer />
    </>,
  )
const say = (...waiting: LobbyEntry[]) =>
  act(async () => FakeEventSource.open[0]?.say('lobby', { waiting, messages: [] }))

test('that a guest uses an agent’s name is seen and said', async () => {
  host()
  await say(sonia, { ...paul, namesake: true })
  expect(await screen.findByText('uses an agent’s name')).toBeTruthy()
  expect(await screen.findByText(/Paul Mercier, who is unverified, uses the name of an agent/)).toBeTruthy()
  expect(screen.getAllByText('unverified')).toHaveLength(2)
})

test('who asks to come in rings once, is announced, and can be let in', async () => {
  const { user } = host()
  await say(sonia)
  await say(sonia)
  expect(playChime).toHaveBeenCalledTimes(1)
  expect(await screen.findByText('Sonia Belkacem asks to enter “Weekly review”.')).toBeTruthy()
  expect(screen.getByText('unverified')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Admit Sonia Belkacem' }))
  expect(api.asked(decideEntries)[0]).toMatchObject({
    params: { slug: 'abc-defg-hij' },
    body: { decision: 'admit', entryIds: [sonia.id] },
  })
  await say()
  expect(screen.queryByText('Sonia Belkacem')).toBeNull()
})

test('all who wait are let in by one click', async () => {
  const { user } = host()
  await say(sonia, paul)
  expect(screen.getByRole('heading', { name: '2 people are waiting' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Admit all' }))
  expect(api.asked(decideEntries)[0]?.body).toEqual({ decision: 'admit', entryIds: [sonia.id, paul.id] })
})

test('several are chosen and answered at once, and those who went meanwhile are not among them', async () => {
  const ana = entry(3, 'Ana Ruiz')
  const { user } = host()
  await say(sonia, paul, ana)
  await user.click(screen.getByRole('checkbox', { name: 'Select all' }))
  await user.click(screen.getByRole('checkbox', { name: 'Select Paul Mercier' }))
  await say(paul, ana)
  await user.click(screen.getByRole('button', { name: 'Deny 1' }))
  expect(api.asked(decideEntries)[0]?.body).toEqual({ decision: 'deny', entryIds: [ana.id] })
})

test('a message that does not get through stays to be sent again, and one that does can be taken back', async () => {
  api.on(tellWaiting, () => problemResponse('database_unavailable'))
  const { user } = host()
  await say(sonia)
  const field = screen.getByRole('textbox', { name: 'Message to those waiting' })
  await user.type(field, 'We begin soon{Enter}')
  expect(await screen.findByText('The service is unavailable for a moment')).toBeTruthy()
  expect((field as HTMLInputElement).value).toBe('We begin soon')
  api.on(tellWaiting, () => new Response(null, { status: 204 }))
  await user.type(field, '{Enter}')
  await waitFor(() => expect((field as HTMLInputElement).value).toBe(''))
  const message = { text: 'We begin soon', at: new Date().toISOString() }
  await act(async () =>
    FakeEventSource.open[0]?.say('lobby', { waiting: [sonia], messages: [{ slug: sonia.slug, ...message }] }),
  )
  await user.click(await screen.findByRole('button', { name: 'Take back' }))
  expect(api.asked(tellWaiting).at(-1)?.body).toEqual({ text: null })
})

test('a decision that does not get through is told and can be made again', async () => {
  api.on(decideEntries, () => problemResponse('database_unavailable'))
  const { user } = host()
  await say(sonia)
  const deny = screen.getByRole('button', { name: 'Deny Sonia Belkacem' })
  await user.click(deny)
  expect(await screen.findByText('The service is unavailable for a moment')).toBeTruthy()
  await waitFor(() => expect(deny.hasAttribute('disabled')).toBe(false))
})

test('in a call only those count who wait for its room', async () => {
  host('abc-defg-hij')
  await say(entry(3, 'Luc Durand', 'xyz-abcd-efg'))
  expect(screen.queryByText('Luc Durand')).toBeNull()
  expect(playChime).not.toHaveBeenCalled()
})
