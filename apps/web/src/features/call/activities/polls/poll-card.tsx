import type { PollView } from '@visavis/contracts'
import { useState } from 'react'
import { useT } from '../../../../platform/i18n/use-t.ts'
import { Badge } from '../../../../ui/badge.tsx'
import { Button } from '../../../../ui/button.tsx'
import { PollLead } from './poll-lead.tsx'
import { PollResults } from './poll-results.tsx'
import type { PollStore } from './poll-store.ts'
import { usePollActions } from './use-poll-actions.ts'
import { VoteForm } from './vote-form.tsx'
import { WrittenAnswers } from './written-answers.tsx'

const tones = { draft: 'neutral', open: 'success', closed: 'attention', published: 'brand' } as const

/** What one answered oneself, and what follows now. */
function OwnVote({ poll, onChange }: { poll: PollView; onChange: () => void }) {
  const t = useT()
  const { mine, state, secret, options, results } = poll
  const answer = mine && (mine.text ?? mine.choices.map((choice) => options[choice]).join(' · '))
  return (
    <div className="flex flex-col items-start gap-1">
      {mine && <p className="font-strong">{t('activities.polls.voted')}</p>}
      {answer && (
        <p dir="auto" className="wrap-anywhere">
          {t('activities.polls.voted.mine', { answer })}
        </p>
      )}
      {!mine && state === 'closed' && <p>{t('activities.polls.ended')}</p>}
      {!results && <p className="text-small text-muted">{t('activities.polls.later')}</p>}
      {state === 'open' && mine && !secret && (
        <Button size="small" onClick={onChange} className="mt-1">
          {t('activities.polls.change')}
        </Button>
      )}
    </div>
  )
}

/** One poll: the question, one's answer, the results as far as they are for one, and for hosts the next step. */
export function PollCard({ poll, store, leads }: { poll: PollView; store: PollStore; leads: boolean }) {
  const t = useT()
  const { id, state, kind, secret, question, options, mostChoices, mine, results, voters } = poll
  const { busy, vote } = usePollActions(store, poll)
  const [changing, setChanging] = useState(false)
  const answering = state === 'open' && (mine === null || changing)
  const facts = [
    t(`activities.polls.kind.${kind}`, { count: mostChoices }),
    t(secret ? 'activities.polls.secret.short' : 'activities.polls.named.short'),
    ...(voters === null ? [] : [t('activities.polls.voters', { count: voters })]),
  ]
  return (
    <li>
      <article
        aria-labelledby={`poll-${id}`}
        className="flex flex-col gap-3 rounded-card border border-line bg-surface p-3.5"
      >
        <header className="flex flex-col items-start gap-1.5">
          <Badge tone={tones[state]} live={state === 'open'}>
            {t(`activities.polls.state.${state}`)}
          </Badge>
          <h3 id={`poll-${id}`} dir="auto" className="text-heading font-strong wrap-anywhere">
            {question}
          </h3>
          <p className="text-small tabular text-muted">{facts.join(' · ')}</p>
        </header>
        {state === 'draft' && options.length > 0 && (
          <ul className="list-disc pl-5">
            {options.map((option) => (
              <li key={option} dir="auto" className="wrap-anywhere">
                {option}
              </li>
            ))}
          </ul>
        )}
        {answering && <VoteForm poll={poll} busy={busy} onVote={(answer) => vote(answer, () => setChanging(false))} />}
        {!answering && state !== 'draft' && (mine || !results) && (
          <OwnVote poll={poll} onChange={() => setChanging(true)} />
        )}
        {results && (kind === 'open' ? <WrittenAnswers poll={poll} /> : <PollResults poll={poll} results={results} />)}
        {leads && <PollLead poll={poll} store={store} />}
      </article>
    </li>
  )
}
