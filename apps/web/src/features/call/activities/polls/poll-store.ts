import type { PollForm, PollNews, PollView } from '@visavis/contracts'
import { createFollowedList } from '../followed-list.ts'

/** What a host is writing: a new poll, or the draft of this id. */
export interface PollWriting {
  readonly id: string | null
  readonly form: PollForm
}

/** The polls of a call. One's own vote, and what only hosts know, comes from the API's answers and not with the news. */
export function createPollStore(fetch: () => Promise<readonly PollView[]>) {
  const list = createFollowedList(fetch)
  let writing: PollWriting | null = null
  const listeners = new Set<() => void>()

  function hear(news: PollNews) {
    if ('deleted' in news) return list.drop(news.deleted)
    const { poll } = news
    const known = list.getState().items.find(({ id }) => id === poll.id)
    list.put({
      ...poll,
      results: poll.results ?? known?.results ?? null,
      voters: poll.results?.voters ?? known?.voters ?? null,
      mine: known?.mine ?? null,
    })
  }

  return {
    ...list,
    hear,
    /** What is being written is kept while the panel is closed. */
    getWriting: () => writing,
    setWriting(next: PollWriting | null) {
      writing = next
      for (const listener of listeners) listener()
    },
    subscribeToWriting(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

export type PollStore = ReturnType<typeof createPollStore>

/** Open, and not answered yet. */
export const awaitsAnswer = ({ state, mine }: PollView): boolean => state === 'open' && mine === null
