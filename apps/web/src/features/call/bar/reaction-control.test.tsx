import { act, screen } from '@testing-library/react'
import { sendReaction } from '@visavis/contracts'
import { expect, test } from 'vitest'
import { answer, mockApi, problemResponse } from '../../../test/mock-api.ts'
import { renderScreen } from '../../../test/render.tsx'
import type { CallSession } from '../call-session.ts'
import { CallContext } from '../hooks/call-context.ts'
import { createReactions } from '../model/reactions.ts'
import { TileReactions } from '../tiles/tile-reactions.tsx'
import { ReactionControl } from './reaction-control.tsx'

const callId = 'b0000000-0000-4000-8000-000000000000'
const identity = 'a0000000-0000-4000-8000-000000000001'
const other = 'a0000000-0000-4000-8000-000000000002'

function inCall() {
  const reactions = createReactions()
  const session = { reactions, connection: { getAdmitted: () => ({ callId, identity }) } } as unknown as CallSession
  const { user } = renderScreen(
    <CallContext value={session}>
      <ReactionControl />
      <TileReactions identity={other} />
    </CallContext>,
  )
  return { user, reactions }
}

test('reactions are sent one after the other, until one closes them with Escape', async () => {
  const api = mockApi()
  api.on(sendReaction, () => answer(sendReaction, undefined as never))
  const { user } = inCall()
  await user.click(screen.getByRole('button', { name: 'React' }))
  await screen.findByRole('dialog', { name: 'Reactions' })
  await user.click(screen.getByRole('button', { name: 'Applause' }))
  await user.click(screen.getByRole('button', { name: 'Thank you' }))
  expect(api.asked(sendReaction).map(({ body }) => body)).toEqual([
    { identity, reaction: 'applause' },
    { identity, reaction: 'thanks' },
  ])
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'React' }))
})

test('a reaction that is refused is said', async () => {
  mockApi().on(sendReaction, () => problemResponse('rate_limited'))
  const { user } = inCall()
  await user.click(screen.getByRole('button', { name: 'React' }))
  await user.click(await screen.findByRole('button', { name: 'Love' }))
  expect(await screen.findByText('Too many requests in a short time')).toBeDefined()
})

test('they float over their sender’s tile and over no other', () => {
  const { reactions } = inCall()
  act(() => reactions.add({ identity, reaction: 'party' }))
  expect(document.querySelector('[data-reaction]')).toBeNull()
  act(() => reactions.add({ identity: other, reaction: 'heart' }))
  expect(document.querySelector('[data-reaction=heart]')?.textContent).toBe('❤️')
})
