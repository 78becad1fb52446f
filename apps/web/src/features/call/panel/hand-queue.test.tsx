import { act, screen } from '@testing-library/react'
import { type CallState, lowerAllHands, lowerHand, raiseHand } from '@visavis/contracts'
import { beforeEach, expect, test } from 'vitest'
import { callApi } from '../../../platform/api.ts'
import { answer, mockApi, problemResponse } from '../../../test/mock-api.ts'
import { renderScreen } from '../../../test/render.tsx'
import { sampleCallState } from '../../../test/samples.ts'
import { HandControl } from '../bar/hand-control.tsx'
import type { CallSession } from '../call-session.ts'
import { CallContext } from '../hooks/call-context.ts'
import type { CallPerson } from '../hooks/use-people.ts'
import { createSharedState } from '../model/shared-state.ts'
import { HandQueue } from './hand-queue.tsx'

const callId = 'b0000000-0000-4000-8000-000000000000'
const person = (id: number, name: string, isLocal = false): CallPerson => ({
  identity: `a0000000-0000-4000-8000-00000000000${id}`,
  name,
  role: 'participant',
  verified: true,
  color: id,
  isLocal,
  participant: null,
})
const claire = person(1, 'Claire Lemoine', true)
const paul = person(2, 'Paul Mercier')
const sonia = person(3, 'Sonia Belkacem')
const raised = (revision: number, ...people: CallPerson[]): CallState =>
  sampleCallState({
    revision,
    hands: people.map(({ identity }) => ({ identity, raisedAt: '2026-01-05T08:00:00.000Z' })),
  })

let api: ReturnType<typeof mockApi>
beforeEach(() => {
  api = mockApi()
})

function inCall({ hosting = false } = {}) {
  const params = { callId, identity: claire.identity }
  const shared = createSharedState({
    identity: claire.identity,
    accessLevel: 'trusted',
    fetch: () => Promise.resolve(raised(0)),
    moveHand: (up) => callApi(up ? raiseHand : lowerHand, { params }),
  })
  const session = { shared, connection: { getAdmitted: () => params } } as unknown as CallSession
  const { user } = renderScreen(
    <CallContext value={session}>
      <HandControl />
      <HandQueue people={[claire, paul, sonia]} hosting={hosting} />
    </CallContext>,
  )
  return { user, say: (state: CallState) => act(async () => shared.take(state)) }
}
const names = () => screen.queryAllByRole('listitem').map((row) => row.querySelector('p')?.textContent)

test('stands in the server’s order, and is not there while nobody asks for the floor', async () => {
  const { say } = inCall()
  expect(screen.queryByRole('region')).toBeNull()
  await say(raised(2, sonia, paul))
  screen.getByRole('region', { name: 'Raised hands · 2' })
  expect(names()).toEqual(['Sonia Belkacem', 'Paul Mercier'])
  await say(raised(1, paul))
  expect(names()).toEqual(['Sonia Belkacem', 'Paul Mercier'])
  expect(screen.queryByRole('button', { name: /^Lower/ })).toBeNull()
})

test('one raises and lowers one’s own hand', async () => {
  const { user } = inCall()
  api.on(raiseHand, () => answer(raiseHand, raised(1, claire)))
  api.on(lowerHand, () => answer(lowerHand, raised(2)))
  await user.click(screen.getByRole('button', { name: 'Raise hand' }))
  expect(names()).toEqual(['Claire Lemoine (you)'])
  await user.click(screen.getAllByRole('button', { name: 'Lower hand' }).at(-1) as HTMLElement)
  expect(names()).toEqual([])
})

test('a hand that is refused comes down again, with a word', async () => {
  const { user } = inCall()
  const refusal = Promise.withResolvers<Response>()
  api.on(raiseHand, () => refusal.promise)
  await user.click(screen.getByRole('button', { name: 'Raise hand' }))
  screen.getByRole('button', { name: 'Lower hand' })
  await act(async () => refusal.resolve(problemResponse('rate_limited')))
  screen.getByRole('button', { name: 'Raise hand' })
  expect(screen.getByText('Too many requests in a short time')).toBeDefined()
})

test('a host lowers the hand of somebody, and all of them', async () => {
  const { user, say } = inCall({ hosting: true })
  api.on(lowerHand, () => answer(lowerHand, raised(3, sonia)))
  api.on(lowerAllHands, () => answer(lowerAllHands, raised(5)))
  await say(raised(2, paul, sonia))
  await user.click(screen.getByRole('button', { name: 'Lower Paul Mercier’s hand' }))
  expect(api.asked(lowerHand)[0]?.params).toEqual({ callId, identity: paul.identity })
  expect(names()).toEqual(['Sonia Belkacem'])
  await say(raised(4, sonia, paul))
  await user.click(screen.getByRole('button', { name: 'Lower all hands' }))
  expect(names()).toEqual([])
})
