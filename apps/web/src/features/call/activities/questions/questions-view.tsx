import { type QuestionState, type QuestionView, setQuestionSettings } from '@visavis/contracts'
import { MessageCircleQuestionMark } from 'lucide-react'
import { useEffect, useId, useSyncExternalStore } from 'react'
import { callApi } from '../../../../platform/api.ts'
import { useT } from '../../../../platform/i18n/use-t.ts'
import { isHost } from '../../../../platform/livekit/person.ts'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { SwitchField } from '../../../../ui/switch-field.tsx'
import { useCall } from '../../hooks/call-context.ts'
import { useOwnRole } from '../../hooks/use-own-role.ts'
import type { Activities } from '../activities.ts'
import { ListState } from '../list-state.tsx'
import { useAsking } from '../use-asking.ts'
import { AskForm } from './ask-form.tsx'
import { QuestionItem } from './question-item.tsx'
import type { QuestionStore } from './question-store.ts'

const sections: readonly QuestionState[] = ['open', 'answered', 'dismissed']

/** The most wanted first; among equals, who asked first. */
const byVotes = (a: QuestionView, b: QuestionView) =>
  b.votes - a.votes || a.askedAt.localeCompare(b.askedAt) || a.id.localeCompare(b.id)

/** Questions of one kind under their heading; nothing where there are none. */
function Section({ store, state, leads }: { store: QuestionStore; state: QuestionState; leads: boolean }) {
  const t = useT()
  const id = useId()
  const { items } = useSyncExternalStore(store.subscribe, store.getState)
  const questions = items.filter((question) => question.state === state).toSorted(byVotes)
  if (questions.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="px-1.5 pb-1.5 text-small font-normal text-muted">
        {t(`activities.questions.${state}`)}
      </h3>
      <ul className="flex flex-col gap-2">
        {questions.map((question) => (
          <QuestionItem key={question.id} question={question} store={store} leads={leads} />
        ))}
      </ul>
    </section>
  )
}

/** What hosts decide about questions. */
function QuestionSettings({ store }: { store: QuestionStore }) {
  const t = useT()
  const { callId } = useCall().connection.getAdmitted()
  const allowed = useSyncExternalStore(store.subscribe, store.mayBeAnonymous)
  // What was refused goes back to what the server says.
  const { ask } = useAsking(() => void store.refresh())
  function allow(anonymous: boolean) {
    store.setAnonymous(anonymous)
    ask(async () => {
      const settings = await callApi(setQuestionSettings, { params: { callId }, body: { anonymous } })
      store.setAnonymous(settings.anonymous)
    })
  }
  return (
    <div className="px-1.5">
      <SwitchField
        label={t('activities.questions.allow')}
        hint={t('activities.questions.allow.hint')}
        checked={allowed}
        onChange={allow}
      />
    </div>
  )
}

/** The questions of the call, the most wanted first, and where one asks. */
export function QuestionsView({ activities: { questions: store } }: { activities: Activities }) {
  const t = useT()
  const leads = isHost(useOwnRole())
  const list = useSyncExternalStore(store.subscribe, store.getState)
  useEffect(() => {
    store.setOpen(true)
    void store.refresh()
    return () => store.setOpen(false)
  }, [store])
  return (
    <>
      <AskForm store={store} />
      {leads && <QuestionSettings store={store} />}
      <ListState
        list={list}
        retry={() => void store.refresh()}
        empty={
          <EmptyState
            icon={MessageCircleQuestionMark}
            title={t('activities.questions.empty.title')}
            text={t('activities.questions.empty.text')}
          />
        }
      />
      {sections.map((state) => (
        <Section key={state} store={store} state={state} leads={leads} />
      ))}
    </>
  )
}
