import type { Activities } from './activities.ts'
import { awaitsAnswer } from './polls/poll-store.ts'

/** Polls that are open and that one has not answered. */
export const countAwaiting = ({ polls }: Activities): number => polls.getState().items.filter(awaitsAnswer).length

/** Questions that nobody has answered. */
export const countOpen = ({ questions }: Activities): number =>
  questions.getState().items.filter(({ state }) => state === 'open').length
