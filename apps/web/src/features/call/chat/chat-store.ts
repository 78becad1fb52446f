import type { ChatMessage, listMessages, ResponseOf } from '@visavis/contracts'
import { mergeMessages } from './chat-log.ts'
import { randomId } from './random-id.ts'

/** A message of one's own that the server does not have yet. Its text is kept whatever happens. */
export interface Outgoing {
  readonly clientId: string
  readonly text: string
  readonly replyToId: string | null
  readonly failed: boolean
}

export interface ChatState {
  /** The oldest first. */
  readonly messages: readonly ChatMessage[]
  readonly outbox: readonly Outgoing[]
  /** The identities under which one has written in this call. */
  readonly own: ReadonlySet<string>
  readonly unread: number
  /** Whether there are older ones than those here. */
  readonly hasOlder: boolean
  readonly loading: boolean
  /** The history could not be had. */
  readonly failed: boolean
}

/** What the chat asks of the API. */
export interface ChatApi {
  list(before: string | undefined, limit: number): Promise<ResponseOf<typeof listMessages>>
  send(message: { text: string; replyToId?: string; clientId: string }): Promise<ChatMessage>
  edit(id: string, text: string): Promise<ChatMessage>
  delete(id: string): Promise<unknown>
}

const firstPage = 50
const page = 100
/** More than this many pages missed are not fetched at once: the older ones on demand. */
const pagesAtMost = 10
/** A flood of messages is taken in at this pace, so that it costs little more than one. */
const takeEveryMs = 50

/** What has been written in a call, as far as it is here. Messages come by `receive`; `refresh` fetches what was missed. */
export function createChatStore(api: ChatApi, identity: string) {
  let state: ChatState = {
    messages: [],
    outbox: [],
    own: new Set([identity]),
    unread: 0,
    hasOlder: false,
    loading: false,
    failed: false,
  }
  let draft = ''
  let open = false
  let fetched = false
  let sending: Promise<unknown> = Promise.resolve()
  let received: ChatMessage[] = []
  let pause: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()
  const newsListeners = new Set<(message: ChatMessage) => void>()

  function set(next: Partial<ChatState>) {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }

  /** Takes messages in; those that nobody here has seen yet are news. */
  function take(coming: readonly ChatMessage[], areNews: boolean) {
    const known = new Set(state.messages.map(({ id }) => id))
    const messages = mergeMessages(state.messages, coming)
    const arrived = new Set(messages.map(({ clientId }) => clientId))
    const isNews = ({ id, author, deletedAt }: ChatMessage) =>
      areNews && !known.has(id) && deletedAt === null && !state.own.has(author.identity)
    const news = coming.filter(isNews)
    set({
      messages,
      outbox: state.outbox.filter(({ clientId }) => !arrived.has(clientId)),
      unread: open ? 0 : state.unread + news.length,
    })
    for (const message of news) for (const listener of newsListeners) listener(message)
  }

  /** The first at once, and what follows on its heels together. */
  function receive(message: ChatMessage) {
    received.push(message)
    if (pause === undefined) takeReceived()
  }
  function takeReceived() {
    pause = undefined
    if (received.length === 0) return
    take(received, true)
    received = []
    pause = setTimeout(takeReceived, takeEveryMs)
  }

  async function fetchMissed(): Promise<void> {
    const oldest = state.messages[0]?.id
    const newest = state.messages.at(-1)?.id
    const missed: ChatMessage[] = []
    let before: string | undefined
    for (let pages = 0; pages < pagesAtMost; pages++) {
      const { items, nextCursor, own } = await api.list(before, oldest === undefined ? firstPage : page)
      missed.push(...items)
      set({ own: new Set([...state.own, ...own]) })
      if (nextCursor === null || oldest === undefined || nextCursor <= oldest) {
        // What came by message before the first answer is the end of the history, not all of it.
        if (nextCursor === null || !fetched) set({ hasOlder: nextCursor !== null })
        break
      }
      before = nextCursor
    }
    const isMissed = fetched && newest !== undefined
    take(
      missed.filter(({ id }) => isMissed && id > newest),
      true,
    )
    take(missed, fetched && newest === undefined)
    fetched = true
  }

  async function whileLoading(work: () => Promise<void>): Promise<void> {
    if (state.loading) return
    set({ loading: true, failed: false })
    try {
      await work()
      set({ loading: false })
    } catch {
      set({ loading: false, failed: true })
    }
  }

  async function loadOlder(): Promise<void> {
    const before = state.messages[0]?.id
    const { items, nextCursor } = await api.list(before, page)
    take(items, false)
    set({ hasOlder: nextCursor !== null })
  }

  async function post({ clientId, text, replyToId }: Outgoing): Promise<void> {
    const mark = (failed: boolean) =>
      set({ outbox: state.outbox.map((other) => (other.clientId === clientId ? { ...other, failed } : other)) })
    mark(false)
    try {
      take([await api.send({ text, clientId, ...(replyToId !== null && { replyToId }) })], false)
    } catch {
      // The text stands there with a button that tries again.
      mark(true)
    }
  }

  /** One after the other: they are read in the order in which they were written. */
  function enqueue(message: Outgoing) {
    sending = sending.then(() => post(message))
  }

  return {
    /** What is being written: kept while the panel is closed. */
    getDraft: () => draft,
    setDraft(text: string) {
      draft = text
      for (const listener of listeners) listener()
    },
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    getState: () => state,
    /** Hears of every message of somebody else's, once. */
    onNews(listener: (message: ChatMessage) => void) {
      newsListeners.add(listener)
      return () => void newsListeners.delete(listener)
    },
    setOpen(now: boolean) {
      open = now
      if (now) set({ unread: 0 })
    },
    receive,
    refresh: () => whileLoading(fetchMissed),
    loadOlder: () => whileLoading(loadOlder),
    async loadAll() {
      while (state.hasOlder && !state.failed) await whileLoading(loadOlder)
    },
    send(text: string, replyToId: string | null) {
      const message = { clientId: randomId(), text, replyToId, failed: false }
      set({ outbox: [...state.outbox, message] })
      enqueue(message)
    },
    retry: enqueue,
    discard: ({ clientId }: Outgoing) => set({ outbox: state.outbox.filter((other) => other.clientId !== clientId) }),
    async edit(id: string, text: string) {
      take([await api.edit(id, text)], false)
    },
    async delete(id: string) {
      await api.delete(id)
      const { messages } = state
      const deletedAt = new Date().toISOString()
      set({ messages: messages.map((other) => (other.id === id ? { ...other, text: '', deletedAt } : other)) })
    },
  }
}

export type ChatStore = ReturnType<typeof createChatStore>
