import type { PollView } from '@visavis/contracts'
import { useEffect, useEffectEvent, useRef, useSyncExternalStore } from 'react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { isHost } from '../../../platform/livekit/person.ts'
import { announce } from '../../../ui/announcer.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useCall } from '../hooks/call-context.ts'
import { useOwnRole } from '../hooks/use-own-role.ts'
import type { Activities, ActivitiesDoor } from './activities.ts'
import { awaitsAnswer } from './polls/poll-store.ts'

/** Long enough to get there with the keyboard. */
const shownForMs = 15_000

/** What there is, and the short way to it. */
function WayTo({ text, label, onClick }: { text: string; label: string; onClick: () => void }) {
  return (
    <span className="flex items-center gap-3">
      <span className="wrap-anywhere">{text}</span>
      <button
        type="button"
        onClick={onClick}
        className="pointer-events-auto -my-1 min-h-9 shrink-0 rounded-control border border-current px-3 font-strong touch-target"
      >
        {label}
      </button>
    </span>
  )
}

export interface ActivityNewsProps {
  activities: Activities
  door: ActivitiesDoor
  /** Told how much waits for one. */
  onCount: (count: number) => void
}

/** Tells that a poll is open, or its results are there, and the way to it. Draws nothing itself. */
export function ActivityNews({ activities, door, onCount }: ActivityNewsProps) {
  const t = useT()
  const { polls, questions } = activities
  const { shownActivity } = useCall()
  const leads = isHost(useOwnRole())
  const { items, loaded } = useSyncExternalStore(polls.subscribe, polls.getState)
  const asked = useSyncExternalStore(questions.subscribe, questions.countUnseen)
  const looking = useSyncExternalStore(shownActivity.subscribe, shownActivity.get) === 'polls' && door.isOpen
  const before = useRef<ReadonlyMap<string, PollView['state']> | null>(null)
  const takeBack = useRef<(() => void)[]>([])

  const tell = useEffectEvent((now: readonly PollView[]) => {
    const known = before.current
    before.current = new Map(now.map(({ id, state }) => [id, state]))
    for (const poll of now) {
      const was = known?.get(poll.id)
      if (poll.state === was) continue
      // Who comes late hears of what waits for them, and not of what is over.
      const opened = awaitsAnswer(poll)
      if (!opened && !(known && poll.state === 'published')) continue
      const text = t(opened ? 'activities.polls.news' : 'activities.polls.published', { question: poll.question })
      if (looking) {
        announce(text)
        continue
      }
      const label = t(opened ? 'activities.polls.news.answer' : 'activities.polls.published.see')
      const show = () => door.open('polls')
      takeBack.current.push(toast(<WayTo text={text} label={label} onClick={show} />, 'done', shownForMs))
    }
  })
  useEffect(() => {
    if (loaded) tell(items)
  }, [items, loaded])
  useEffect(() => {
    // They would lie over what they tell of.
    if (looking) for (const take of takeBack.current.splice(0)) take()
  }, [looking])
  const waiting = items.filter(awaitsAnswer).length + (leads ? asked : 0)
  useEffect(() => onCount(waiting), [waiting, onCount])
  return null
}
