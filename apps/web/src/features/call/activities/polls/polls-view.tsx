import { ChartBarBig, Plus } from 'lucide-react'
import { useEffect, useSyncExternalStore } from 'react'
import { useT } from '../../../../platform/i18n/use-t.ts'
import { isHost } from '../../../../platform/livekit/person.ts'
import { Button } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useOwnRole } from '../../hooks/use-own-role.ts'
import type { Activities } from '../activities.ts'
import { ListState } from '../list-state.tsx'
import { PollCard } from './poll-card.tsx'
import { PollEditor } from './poll-editor.tsx'
import { emptyForm } from './poll-form.ts'

const order = { open: 0, draft: 1, closed: 2, published: 3 }
/** What only hosts know of an open poll is told to nobody: they ask for it while they look. */
const lookEveryMs = 2000

/** The polls of the call: what is open first; hosts write them here. */
export function PollsView({ activities: { polls: store } }: { activities: Activities }) {
  const t = useT()
  const leads = isHost(useOwnRole())
  const list = useSyncExternalStore(store.subscribe, store.getState)
  const writing = useSyncExternalStore(store.subscribeToWriting, store.getWriting)
  const looksOn = leads && list.items.some(({ state }) => state === 'open')
  useEffect(() => {
    if (!looksOn) return
    const timer = setInterval(() => void store.refresh(), lookEveryMs)
    return () => clearInterval(timer)
  }, [looksOn, store])

  if (leads && writing) return <PollEditor store={store} writing={writing} />
  const write = () => store.setWriting({ id: null, form: emptyForm })
  const button = (
    <Button variant={list.items.length === 0 ? 'filled' : 'outline'} onClick={write} className="self-start">
      <Plus aria-hidden="true" size={18} />
      {t('activities.polls.new')}
    </Button>
  )
  const shown = list.items.toSorted((a, b) => order[a.state] - order[b.state])
  return (
    <>
      {leads && list.items.length > 0 && button}
      <ListState
        list={list}
        retry={() => void store.refresh()}
        empty={
          <EmptyState
            icon={ChartBarBig}
            title={t(leads ? 'activities.polls.empty.host.title' : 'activities.polls.empty.title')}
            text={t(leads ? 'activities.polls.empty.host.text' : 'activities.polls.empty.text')}
            action={leads && button}
          />
        }
      />
      {shown.length > 0 && (
        <ul aria-label={t('activities.polls.list')} className="flex flex-col gap-3">
          {shown.map((poll) => (
            <PollCard key={poll.id} poll={poll} store={store} leads={leads} />
          ))}
        </ul>
      )}
    </>
  )
}
