import { ChartBarBig, type LucideIcon, MessageCircleQuestionMark, Network, Timer } from 'lucide-react'
import type { ComponentType } from 'react'
import type { MessageKey } from '../../../platform/i18n/keys.ts'
import { loadCatalogues } from '../../../platform/i18n/messages.ts'
import { lazyOverlay } from '../../../ui/lazy-overlay.ts'
import type { Activities, ActivityId } from './activities.ts'
import { PollsView } from './polls/polls-view.tsx'
import { QuestionsView } from './questions/questions-view.tsx'
import { countAwaiting, countOpen } from './waiting-counts.ts'

interface WithActivities {
  activities: Activities
}

/** One thing that people do together in a call. */
export interface Activity {
  id: ActivityId
  icon: LucideIcon
  title: MessageKey
  text: MessageKey
  /** How much of it waits for somebody, and how that is said. */
  waiting?: { count: (activities: Activities) => number; text: MessageKey }
  /** To whom it is offered; to everybody where this is left out. */
  isOffered?: (where: { hosting: boolean; clocksAreOn: boolean }) => boolean
  View: ComponentType<WithActivities>
}

const breakouts = lazyOverlay<WithActivities>(async () => {
  const [{ BreakoutsActivity }] = await Promise.all([
    import('../breakouts/breakouts-activity.tsx'),
    loadCatalogues(['breakouts']),
  ])
  return { default: BreakoutsActivity }
})

const clocks = lazyOverlay<WithActivities>(async () => {
  const [{ ClocksActivity }] = await Promise.all([import('../timer/clocks-activity.tsx'), loadCatalogues(['clocks'])])
  return { default: ClocksActivity }
})

/** What the panel offers, in this order. */
export const activityList: readonly Activity[] = [
  {
    id: 'polls',
    icon: ChartBarBig,
    title: 'activities.polls.title',
    text: 'activities.polls.text',
    waiting: { count: countAwaiting, text: 'activities.polls.waiting' },
    View: PollsView,
  },
  {
    id: 'questions',
    icon: MessageCircleQuestionMark,
    title: 'activities.questions.title',
    text: 'activities.questions.text',
    waiting: { count: countOpen, text: 'activities.questions.waiting' },
    View: QuestionsView,
  },
  {
    id: 'breakouts',
    icon: Network,
    title: 'activities.breakouts.title',
    text: 'activities.breakouts.text',
    isOffered: ({ hosting }) => hosting,
    View: breakouts.Component,
  },
  {
    id: 'clocks',
    icon: Timer,
    title: 'activities.clocks.title',
    text: 'activities.clocks.text',
    isOffered: ({ hosting, clocksAreOn }) => hosting || clocksAreOn,
    View: clocks.Component,
  },
]
