import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { CallState, ChatMessage } from '@visavis/contracts'
import { expect, test, vi } from 'vitest'
import { renderScreen } from '../../../test/render.tsx'
import type { CallSession } from '../call-session.ts'
import { CallContext } from '../hooks/call-context.ts'
import { type CallPerson, PeopleContext } from '../hooks/use-people.ts'
import { createSharedState } from '../model/shared-state.ts'
import { ChatPanel } from './chat-panel.tsx'
import { type ChatApi, createChatStore } from './chat-store.ts'
import { messageOf } from './chat-test-messages.ts'

// Nothing is laid out here, so there is nothing to scroll.
Element.prototype.scrollTo = () => {}

const never = () => new Promise<CallState>(() => undefined)
const shared = createSharedState({ identity: 'me', accessLevel: 'open', fetch: never, moveHand: never })

const me = 'b0000000-0000-4000-8000-000000000000'
const personOf = (name: string): CallPerson => ({
  identity: name,
  name,
  role: 'participant',
  verified: true,
  color: 0,
  isLocal: false,
  participant: null,
})

async function openPanel(history: ChatMessage[] = []) {
  const api = {
    list: async () => ({ items: history.toReversed(), nextCursor: null, own: [me] }),
    send: vi.fn<ChatApi['send']>(async ({ text, clientId, replyToId }) => {
      const author = { ...messageOf(0).author, identity: me, displayName: 'Claire Lemoine' }
      return messageOf(99, { text, clientId, author, replyToId: replyToId ?? null })
    }),
    edit: vi.fn<ChatApi['edit']>(async (id, text) => ({ ...messageOf(99), id, text })),
    delete: async () => undefined,
  }
  const chat = createChatStore(api, me)
  await chat.refresh()
  const admitted = { displayName: 'Claire Lemoine', role: 'participant', room: { name: 'Weekly review' } }
  const role = { subscribe: () => () => {}, get: () => admitted.role }
  const session = { chat, admitted, shared, role } as unknown as CallSession
  const onClose = vi.fn()
  renderScreen(
    <CallContext value={session}>
      <PeopleContext value={[personOf('Claire Lemoine'), personOf('Paul Mercier')]}>
        <ChatPanel onClose={onClose} />
      </PeopleContext>
    </CallContext>,
  )
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Write to everybody' })
  return { api, chat, onClose, field, user: userEvent.setup() }
}

test('the field has the focus; Enter sends, Shift and Enter begin a line, Escape closes', async () => {
  const { api, onClose, field, user } = await openPanel()
  expect(document.activeElement).toBe(field)
  await user.keyboard('One{Shift>}{Enter}{/Shift}Two{Enter}')
  await waitFor(() => expect(api.send).toHaveBeenCalledWith({ text: 'One\nTwo', clientId: expect.any(String) }))
  expect(field.value).toBe('')
  expect(await screen.findByText(/One\s+Two/)).toBeTruthy()
  await user.keyboard('{Escape}')
  expect(onClose).toHaveBeenCalled()
})

test('markup stays text, and only an http address becomes a link', async () => {
  const text = '<img src=x onerror=alert(1)> javascript:alert(1) https://example.org/a.'
  await openPanel([messageOf(1, { text })])
  const item = screen.getByRole('listitem')
  expect(item.textContent).toContain(text)
  expect(item.querySelector('img')).toBeNull()
  const links = screen.getAllByRole('link')
  expect(links.map((link) => link.outerHTML)).toEqual([
    expect.stringMatching(/^<a href="https:\/\/example.org\/a" target="_blank" rel="noopener noreferrer"/),
  ])
})

test('@ completes a name, Escape only closes the list, and a mention of oneself is marked', async () => {
  const { api, onClose, field, user } = await openPanel([messageOf(1, { text: 'Hello @Claire Lemoine' })])
  expect(screen.getByRole('listitem').textContent).toContain('mentions you')
  await user.keyboard('@')
  expect(await screen.findAllByRole('option')).toHaveLength(2)
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('option')).toBeNull()
  expect(onClose).not.toHaveBeenCalled()
  await user.keyboard('pa{Enter}')
  expect(field.value).toBe('@Paul Mercier ')
  expect(api.send).not.toHaveBeenCalled()
})

test('search shows what contains the words', async () => {
  const { user } = await openPanel([messageOf(1, { text: 'Apples' }), messageOf(2, { text: 'Pears' })])
  await user.type(screen.getByRole('searchbox'), 'pear')
  await waitFor(() => expect(screen.queryByText('Apples')).toBeNull())
  expect(screen.getByText('Pears')).toBeTruthy()
})

test('what fails keeps its text, and goes with another try', async () => {
  const { api, user } = await openPanel()
  api.send.mockRejectedValueOnce(new Error('away'))
  await user.keyboard('Hello{Enter}')
  expect(await screen.findByText('Not sent')).toBeTruthy()
  expect(screen.getByText('Hello')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(screen.queryByText('Not sent')).toBeNull())
  expect(screen.getByText('Hello')).toBeTruthy()
})

test('of a thousand messages the last are in the page, more on demand, and search finds them all', async () => {
  const { user, chat } = await openPanel(Array.from({ length: 1000 }, (_, n) => messageOf(n + 1)))
  const items = () =>
    screen.getAllByRole('listitem').map(({ textContent }) => /Message \d+/.exec(textContent ?? '')?.[0])
  expect(chat.getState().messages).toHaveLength(1000)
  expect(items()).toHaveLength(150)
  expect(items().at(-1)).toBe('Message 1000')
  await user.click(screen.getByRole('button', { name: 'Show older messages' }))
  expect(items()).toHaveLength(250)
  expect(items()[0]).toBe('Message 751')
  await user.type(screen.getByRole('searchbox'), 'Message 12')
  await waitFor(() => expect(items()[0]).toBe('Message 12'))
  expect(items()).toHaveLength(11)
})
