import { ArrowLeft, ChevronRight } from 'lucide-react'
import { Suspense, useEffect, useRef, useSyncExternalStore } from 'react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { isHost } from '../../../platform/livekit/person.ts'
import { Button } from '../../../ui/button.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { useCall } from '../hooks/call-context.ts'
import { useOwnRole } from '../hooks/use-own-role.ts'
import { useSharedState } from '../hooks/use-shared-state.ts'
import { Panel } from '../panel/panel.tsx'
import type { Activities } from './activities.ts'
import { type Activity, activityList } from './activity-list.ts'
import { useKeepFocus } from './use-keep-focus.ts'

/** One line of the list: what it is, and whether something waits there. */
function ActivityRow({ activity, activities }: { activity: Activity; activities: Activities }) {
  const t = useT()
  const { shownActivity } = useCall()
  const { id, icon: Icon, title, text, waiting } = activity
  const subscribe = (listener: () => void) => {
    const stops = [activities.polls.subscribe(listener), activities.questions.subscribe(listener)]
    return () => stops.forEach((stop) => stop())
  }
  const count = useSyncExternalStore(subscribe, () => waiting?.count(activities) ?? 0)
  return (
    <li>
      <button
        type="button"
        data-activity={id}
        onClick={() => shownActivity.set(id)}
        className="flex w-full items-center gap-3 rounded-card border border-line bg-surface p-3 text-left hover:bg-control-hover"
      >
        <span className="flex size-11 shrink-0 items-center justify-center rounded-control bg-brand-soft text-brand">
          <Icon aria-hidden="true" size={22} />
        </span>
        <span className="min-w-0 flex-1">
          <span className="block font-strong">{t(title)}</span>
          <span className="block text-small text-muted">
            {waiting && count > 0 ? t(waiting.text, { count }) : t(text)}
          </span>
        </span>
        <ChevronRight aria-hidden="true" size={20} className="shrink-0 text-muted" />
      </button>
    </li>
  )
}

function Loading() {
  return (
    <>
      <p role="status" className="sr-only">
        {useT()('activities.loading')}
      </p>
      <Skeleton className="h-17 rounded-card" />
      <Skeleton className="h-17 rounded-card" />
    </>
  )
}

/** What people do together besides talking: a list, of which one opens in its place. */
export function ActivitiesPanel({ onClose }: { onClose: () => void }) {
  const t = useT()
  const { activities: late, shownActivity } = useCall()
  const activities = useSyncExternalStore(late.subscribe, late.get)
  const id = useSyncExternalStore(shownActivity.subscribe, shownActivity.get)
  const hosting = isHost(useOwnRole())
  const { clocks } = useSharedState()
  const offered = activityList.filter(
    ({ isOffered }) => isOffered?.({ hosting, clocksAreOn: clocks !== undefined }) ?? true,
  )
  const shown = offered.find((activity) => activity.id === id)
  const content = useRef<HTMLDivElement>(null)
  useKeepFocus(content)
  const before = useRef(id)
  useEffect(() => {
    const left = before.current
    before.current = id
    if (left === id) return
    // What had the focus is gone: it goes to what took its place, and back to where one came from.
    const next = id === null ? `[data-activity="${left}"]` : '[data-back]'
    content.current?.querySelector<HTMLElement>(next)?.focus()
  }, [id])

  return (
    <Panel title={shown ? t(shown.title) : t('activities.title')} onClose={onClose}>
      <div
        ref={content}
        role="group"
        aria-label={t(shown?.title ?? 'activities.title')}
        tabIndex={-1}
        className="flex min-h-full flex-col gap-3 outline-none"
      >
        {!activities && <Loading />}
        {activities && !shown && (
          <ul aria-label={t('activities.title')} className="flex flex-col gap-2">
            {offered.map((activity) => (
              <ActivityRow key={activity.id} activity={activity} activities={activities} />
            ))}
          </ul>
        )}
        {activities && shown && (
          <>
            <Button
              data-back
              size="small"
              variant="quiet"
              onClick={() => shownActivity.set(null)}
              className="-ml-1.5 self-start"
            >
              <ArrowLeft aria-hidden="true" size={18} />
              {t('activities.back')}
            </Button>
            <Suspense fallback={<Loading />}>
              <shown.View activities={activities} />
            </Suspense>
          </>
        )}
      </div>
    </Panel>
  )
}
