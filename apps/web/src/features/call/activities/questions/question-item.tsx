import type { QuestionView } from '@visavis/contracts'
import { ArrowBigUp, Check, EllipsisVertical, EyeOff, PenLine, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useT } from '../../../../platform/i18n/use-t.ts'
import { classNames } from '../../../../ui/class-names.ts'
import { MenuButton } from '../../../../ui/menu-button.tsx'
import type { MenuItem } from '../../../../ui/menu-items.ts'
import { AnswerForm } from './answer-form.tsx'
import type { QuestionStore } from './question-store.ts'
import { useQuestionActions } from './use-question-actions.ts'

/** One question: who wants to know, how many with them, and what came of it. */
export function QuestionItem({
  question,
  store,
  leads,
}: {
  question: QuestionView
  store: QuestionStore
  leads: boolean
}) {
  const t = useT()
  const { text, state, author, votes, answer, own, voted } = question
  const { busy, vote, settle } = useQuestionActions(store, question)
  const [answering, setAnswering] = useState(false)
  const remarks = [
    author ? author.name || t('activities.erasedAccount') : t('activities.questions.anonymous'),
    ...(author && !author.verified ? [t('common.unverified')] : []),
    ...(own ? [t('activities.questions.own')] : []),
    ...(state === 'open' ? [] : [t('activities.questions.votes', { count: votes })]),
  ]
  const items: MenuItem[] =
    state === 'open'
      ? [
          { id: 'aloud', label: t('activities.questions.aloud'), icon: Check, onAction: () => settle('answered') },
          {
            id: 'write',
            label: t('activities.questions.inWriting'),
            icon: PenLine,
            onAction: () => setAnswering(true),
          },
          {
            id: 'dismiss',
            label: t('activities.questions.dismiss'),
            icon: EyeOff,
            onAction: () => settle('dismissed'),
          },
        ]
      : [{ id: 'reopen', label: t('activities.questions.reopen'), icon: RotateCcw, onAction: () => settle('open') }]
  return (
    <li className="flex flex-col gap-2 rounded-card border border-line bg-surface p-3">
      <div className="flex items-start gap-3">
        {state === 'open' && (
          <button
            type="button"
            aria-pressed={voted}
            aria-label={t('activities.questions.voteUp', { count: votes })}
            onClick={() => !busy && vote(!voted)}
            className={classNames(
              'flex min-h-13 w-11 shrink-0 flex-col items-center justify-center rounded-control border',
              voted ? 'border-brand bg-brand-soft text-brand' : 'border-field-line hover:bg-control-hover',
            )}
          >
            <ArrowBigUp aria-hidden="true" size={20} fill={voted ? 'currentColor' : 'none'} />
            <span className="text-small font-strong tabular">{votes}</span>
          </button>
        )}
        <div className="min-w-0 flex-1">
          <p dir="auto" className="wrap-anywhere">
            {text}
          </p>
          <p className="text-small text-muted">{remarks.join(' · ')}</p>
        </div>
        {leads && (
          <MenuButton
            label={t('activities.questions.actions', { text })}
            sections={[{ items }]}
            className="-mt-1 -mr-1 inline-flex size-11 shrink-0 items-center justify-center rounded-control hover:bg-control-hover aria-expanded:bg-control-hover"
          >
            <EllipsisVertical aria-hidden="true" size={20} />
          </MenuButton>
        )}
      </div>
      {answer !== null && (
        <div className="rounded-control bg-sunken px-3 py-2">
          <p className="text-small text-muted">{t('activities.questions.answer.given')}</p>
          <p dir="auto" className="whitespace-pre-wrap wrap-anywhere">
            {answer}
          </p>
        </div>
      )}
      {answering && state === 'open' && (
        <AnswerForm
          busy={busy}
          onAnswer={(words) => settle('answered', words, () => setAnswering(false))}
          onCancel={() => setAnswering(false)}
        />
      )}
    </li>
  )
}
