import type { QuestionNews, QuestionSettings, QuestionView } from '@visavis/contracts'
import { createFollowedList } from '../followed-list.ts'

interface Fetched {
  questions: readonly QuestionView[]
  settings: QuestionSettings
}

/** The questions of a call. Which are one's own, and which one has voted for, comes from the API's answers and not with the news. */
export function createQuestionStore(fetch: () => Promise<Fetched>) {
  const list = createFollowedList<QuestionView>(async () => {
    const { questions, settings } = await fetch()
    anonymous = settings.anonymous
    return questions
  })
  let anonymous = false
  let draft = { text: '', anonymous: false }
  let unseen = new Set<string>()
  let open = false
  const listeners = new Set<() => void>()
  const changed = () => {
    for (const listener of listeners) listener()
  }

  function hear({ questions, gone, settings, more }: QuestionNews) {
    const known = new Map(list.getState().items.map((question) => [question.id, question]))
    for (const question of questions) {
      const { own = false, voted = false } = known.get(question.id) ?? {}
      if (!known.has(question.id) && !own && !open) unseen = new Set([...unseen, question.id])
      list.put({ ...question, own, voted })
    }
    unseen = new Set([...unseen].filter((id) => !gone.includes(id)))
    anonymous = settings.anonymous
    changed()
    // Hosts go on seeing what is dismissed, so they ask; from the others it is gone.
    for (const id of gone) list.drop(id)
    return more || gone.length > 0
  }

  return {
    ...list,
    subscribe(listener: () => void) {
      const stop = list.subscribe(listener)
      listeners.add(listener)
      return () => {
        stop()
        listeners.delete(listener)
      }
    },
    /** Answers whether the API is to be asked. */
    hear,
    mayBeAnonymous: () => anonymous,
    setAnonymous(allowed: boolean) {
      anonymous = allowed
      changed()
    },
    /** What is being asked is kept while the panel is closed. */
    getDraft: () => draft,
    setDraft(next: typeof draft) {
      draft = next
      changed()
    },
    /** How many have come since one last looked. */
    countUnseen: () => unseen.size,
    setOpen(now: boolean) {
      open = now
      if (unseen.size === 0) return
      unseen = new Set()
      changed()
    },
  }
}

export type QuestionStore = ReturnType<typeof createQuestionStore>
