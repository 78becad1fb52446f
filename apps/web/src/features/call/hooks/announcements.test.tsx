import { act, render } from '@testing-library/react'
import type { CallState, ChatMessage, ReactionKind } from '@visavis/contracts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { me } from '../../../platform/me.ts'
import { settings } from '../../../platform/settings.ts'
import { sampleCallState } from '../../../test/samples.ts'
import { Announcer } from '../../../ui/announcer.tsx'
import { ToastRegion } from '../../../ui/toast.tsx'
import type { CallSession } from '../call-session.ts'
import { useChatNews } from '../chat/use-chat-news.ts'
import { createReactions } from '../model/reactions.ts'
import { createSharedState } from '../model/shared-state.ts'
import { CallContext } from './call-context.ts'
import { useAnnounceHands } from './use-announce-hands.ts'
import { useAnnounceReactions } from './use-announce-reactions.ts'
import type { CallPerson } from './use-people.ts'

const names = ['Claire', 'Paul', 'Sonia', 'Ali', 'Zoé', 'Karim']
const identityOf = (name: string) => `a0000000-0000-4000-8000-00000000000${names.indexOf(name)}`
const people = names.map((name, index) => ({ identity: identityOf(name), name, isLocal: index === 0 })) as CallPerson[]

beforeEach(() => void vi.useFakeTimers())
afterEach(async () => {
  act(() => void vi.runAllTimers())
  vi.useRealTimers()
  await want(true)
})

async function want(wanted: boolean): Promise<void> {
  me.learn(null)
  const accessibility = { announceChat: wanted, announceHands: wanted, announceReactions: wanted }
  await settings.update({ accessibility, notifications: { chat: wanted } })
}

function Call() {
  useAnnounceHands(people)
  useAnnounceReactions(people)
  useChatNews(false)
  return null
}

/** A call in which others do things, and what is said and shown of it from its beginning. */
function inCall() {
  const reactions = createReactions()
  const never = () => new Promise<CallState>(() => undefined)
  const shared = createSharedState({
    identity: identityOf('Claire'),
    accessLevel: 'trusted',
    fetch: never,
    moveHand: never,
  })
  const listeners = new Set<(message: ChatMessage) => void>()
  const onNews = (listener: (message: ChatMessage) => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const chat = { setOpen: () => undefined, onNews }
  const session = { reactions, shared, chat } as unknown as CallSession
  render(
    <CallContext value={session}>
      <Announcer />
      <ToastRegion />
      <Call />
    </CallContext>,
  )
  const region = document.querySelector('[aria-live=polite]')
  const before = region?.textContent
  let revision = 0
  return {
    raise: (...who: string[]) =>
      act(() =>
        shared.take(
          sampleCallState({
            revision: revision++,
            hands: who.map((name) => ({ identity: identityOf(name), raisedAt: '2026-01-01T10:00:00.000Z' })),
          }),
        ),
      ),
    react: (name: string, reaction: ReactionKind) => act(() => reactions.add({ identity: identityOf(name), reaction })),
    write: (name: string, text: string) => {
      const message = { text, author: { displayName: name } } as ChatMessage
      for (const listener of listeners) act(() => listener(message))
    },
    said: () => {
      act(() => void vi.advanceTimersByTime(3000))
      return region?.textContent === before ? null : region?.textContent?.trim()
    },
    shown: () => document.querySelector('[role=status]')?.textContent,
  }
}

test('five people who clap are one sentence', () => {
  const { react, said } = inCall()
  for (const name of ['Paul', 'Sonia', 'Ali', 'Zoé', 'Karim', 'Paul']) react(name, 'applause')
  expect(said()).toBe('Paul, Sonia and 3 other people: Applause.')
})

test('applause that goes on is told while it does', () => {
  const { react, said } = inCall()
  for (const name of ['Paul', 'Sonia', 'Ali']) {
    react(name, 'applause')
    act(() => void vi.advanceTimersByTime(1500))
  }
  expect(document.querySelector('[aria-live=polite]')?.textContent).toBe('Paul and Sonia: Applause.')
  expect(said()).toBe('Ali: Applause.')
})

test('all sorts of reactions are counted', () => {
  const { react, said } = inCall()
  for (const kind of ['yes', 'no', 'heart', 'party'] as const) react('Paul', kind)
  expect(said()).toBe('4 reactions.')
})

test('hands that go up within a moment are told in the order of the queue, without who has thought better of it', () => {
  const { raise, said } = inCall()
  raise()
  raise('Paul')
  raise('Paul', 'Sonia')
  raise('Sonia', 'Ali')
  expect(said()).toBe('Sonia and Ali raise a hand.')
})

test('what is written is said, and shown to those who see', () => {
  const { write, said, shown } = inCall()
  write('Paul', 'Good morning')
  expect(said()).toBe('Paul: Good morning')
  expect(shown()).toBe('Paul: Good morning')
})

test('nothing is said or shown to who does not want it', async () => {
  await want(false)
  const { raise, react, write, said, shown } = inCall()
  raise()
  raise('Paul')
  react('Paul', 'heart')
  write('Paul', 'Good morning')
  expect(said()).toBeNull()
  expect(shown()).toBe('')
})

test('what becomes of one’s own hand is told in any case', async () => {
  await want(false)
  const { raise, said } = inCall()
  raise()
  raise('Claire')
  expect(said()).toBe('Your hand is raised.')
})
