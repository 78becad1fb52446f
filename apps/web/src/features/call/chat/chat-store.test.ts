import type { ChatMessage } from '@visavis/contracts'
import { expect, test, vi } from 'vitest'
import { type ChatApi, createChatStore } from './chat-store.ts'
import { messageOf } from './chat-test-messages.ts'

const me = 'b0000000-0000-4000-8000-000000000000'

function chatWith(history: ChatMessage[] = []) {
  let away = false
  const api: ChatApi = {
    async list(before, limit) {
      if (away) throw new Error('away')
      const older = history.filter(({ id }) => before === undefined || id < before).toReversed()
      const items = older.slice(0, limit)
      return { items, nextCursor: older.length > limit ? (items.at(-1)?.id ?? null) : null, own: [me] }
    },
    async send({ text, clientId }) {
      if (away) throw new Error('away')
      const author = { ...messageOf(0).author, identity: me }
      const message = messageOf(history.length + 1, { text, clientId, author })
      history.push(message)
      return message
    },
    edit: async (id, text) => ({ ...messageOf(1), id, text, editedAt: '2026-01-01T10:00:05.000Z' }),
    delete: async () => undefined,
  }
  const chat = createChatStore(api, me)
  const texts = () => chat.getState().messages.map(({ text }) => text)
  return { chat, history, texts, setAway: (now: boolean) => void (away = now) }
}
const many = (count: number) => Array.from({ length: count }, (_, n) => messageOf(n + 1))

test('who comes late finds the newest part of the history, read, and the rest on demand', async () => {
  const { chat, texts } = chatWith(many(120))
  await chat.refresh()
  expect(chat.getState()).toMatchObject({ hasOlder: true, unread: 0 })
  expect(texts()).toHaveLength(50)
  await chat.loadAll()
  expect(texts()).toEqual(many(120).map(({ text }) => text))
  expect(chat.getState().hasOlder).toBe(false)
})

test('a new message is unread while the panel is closed, and told once', async () => {
  const { chat } = chatWith()
  const told = vi.fn()
  chat.onNews(told)
  await chat.refresh()
  chat.receive(messageOf(1))
  chat.receive(messageOf(1))
  expect(chat.getState().unread).toBe(1)
  expect(told).toHaveBeenCalledTimes(1)
  chat.setOpen(true)
  chat.receive(messageOf(2))
  expect(chat.getState().unread).toBe(0)
})

test('a flood is taken in as few times as it takes, complete and in order', async () => {
  vi.useFakeTimers()
  const { chat, texts } = chatWith()
  await chat.refresh()
  const changed = vi.fn()
  const told = vi.fn()
  chat.subscribe(changed)
  chat.onNews(told)
  for (const message of many(1000)) chat.receive(message)
  expect(texts()).toEqual(['Message 1'])
  vi.advanceTimersByTime(1000)
  vi.useRealTimers()
  expect(changed).toHaveBeenCalledTimes(2)
  expect(told).toHaveBeenCalledTimes(1000)
  expect(chat.getState().unread).toBe(1000)
  expect(texts()).toEqual(many(1000).map(({ text }) => text))
})

test('what was missed without a connection is fetched, counted, and takes edits along', async () => {
  const { chat, history, texts } = chatWith(many(2))
  await chat.refresh()
  history[0] = messageOf(1, { text: 'Edited', editedAt: '2026-01-01T10:00:05.000Z' })
  history.push(messageOf(3), messageOf(4))
  await chat.refresh()
  expect(texts()).toEqual(['Edited', 'Message 2', 'Message 3', 'Message 4'])
  expect(chat.getState().unread).toBe(2)
})

test('the first message of a call that was missed is news too', async () => {
  const { chat, history } = chatWith()
  await chat.refresh()
  history.push(messageOf(1))
  await chat.refresh()
  expect(chat.getState().unread).toBe(1)
})

test('a message that fails keeps its text, and goes when one tries again', async () => {
  const { chat, texts, setAway } = chatWith()
  setAway(true)
  chat.send('Hello', null)
  await vi.waitFor(() => expect(chat.getState().outbox).toMatchObject([{ text: 'Hello', failed: true }]))
  setAway(false)
  for (const message of chat.getState().outbox) chat.retry(message)
  await vi.waitFor(() => expect(texts()).toEqual(['Hello']))
  expect(chat.getState().outbox).toEqual([])
  expect(chat.getState().unread).toBe(0)
})

test('a history that cannot be had is said, and comes on another try', async () => {
  const { chat, texts, setAway } = chatWith(many(1))
  setAway(true)
  await chat.refresh()
  expect(chat.getState()).toMatchObject({ failed: true, loading: false })
  setAway(false)
  await chat.refresh()
  expect(chat.getState().failed).toBe(false)
  expect(texts()).toEqual(['Message 1'])
})

test('one’s own can be edited and deleted', async () => {
  const { chat, texts } = chatWith(many(1))
  await chat.refresh()
  await chat.edit(messageOf(1).id, 'Better')
  expect(texts()).toEqual(['Better'])
  await chat.delete(messageOf(1).id)
  expect(chat.getState().messages[0]).toMatchObject({ text: '', deletedAt: expect.any(String) })
})
