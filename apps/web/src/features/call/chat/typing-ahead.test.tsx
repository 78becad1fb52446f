import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { CallState } from '@visavis/contracts'
import { type ComponentType, lazy, Suspense } from 'react'
import { expect, test, vi } from 'vitest'
import { renderScreen } from '../../../test/render.tsx'
import type { CallSession } from '../call-session.ts'
import { CallContext } from '../hooks/call-context.ts'
import { PeopleContext } from '../hooks/use-people.ts'
import { createSharedState } from '../model/shared-state.ts'
import { ChatPanel } from './chat-panel.tsx'
import { type ChatApi, createChatStore } from './chat-store.ts'
import { TypingAhead } from './typing-ahead.tsx'

Element.prototype.scrollTo = () => {}

const never = () => new Promise<CallState>(() => undefined)
const shared = createSharedState({ identity: 'me', accessLevel: 'open', fetch: never, moveHand: never })

test('what is typed while the chat’s code is on the way is in its field, and presses no button', async () => {
  const api = { list: async () => ({ items: [], nextCursor: null, own: [] }) } as unknown as ChatApi
  const admitted = { displayName: 'Claire Lemoine', role: 'participant', room: { name: 'Weekly review' } }
  const role = { subscribe: () => () => {}, get: () => admitted.role }
  const session = { chat: createChatStore(api, 'me'), admitted, shared, role } as unknown as CallSession
  const arrival = Promise.withResolvers<{ default: ComponentType<{ onClose: () => void }> }>()
  const Chat = lazy(() => arrival.promise)
  const onPress = vi.fn()
  renderScreen(
    <CallContext value={session}>
      <button type="button" onClick={onPress}>
        Chat
      </button>
      <Suspense fallback={<TypingAhead />}>
        <PeopleContext value={[]}>
          <Chat onClose={() => {}} />
        </PeopleContext>
      </Suspense>
    </CallContext>,
  )
  const user = userEvent.setup()
  screen.getByRole('button').focus()
  await user.keyboard('{Enter}Good  x{Backspace}')
  await user.keyboard('{Control>}d{/Control}')
  await act(async () => arrival.resolve({ default: ChatPanel }))
  const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Write to everybody' })
  await vi.waitFor(() => expect(document.activeElement).toBe(field))
  await user.keyboard('morning')
  expect(field.value).toBe('Good  morning')
  expect(onPress).not.toHaveBeenCalled()
})
