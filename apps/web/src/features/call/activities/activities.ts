import type { PollStore } from './polls/poll-store.ts'
import type { QuestionStore } from './questions/question-store.ts'

export type ActivityId = 'polls' | 'questions' | 'clocks' | 'breakouts'

/** What people ask each other in a call besides talking: there once one has settled in. */
export interface Activities {
  readonly polls: PollStore
  readonly questions: QuestionStore
}

/** The way to the panel. */
export interface ActivitiesDoor {
  isOpen: boolean
  /** Opens it with the list of all, or with one of them. */
  open: (id?: ActivityId) => void
  toggle: () => void
}
