import { type PollView, pollMaxLengths } from '@visavis/contracts'
import { Lock, Users } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { useT } from '../../../../platform/i18n/use-t.ts'
import { Button } from '../../../../ui/button.tsx'
import { TextField } from '../../../../ui/field.tsx'

export interface VoteFormProps {
  poll: PollView
  busy: boolean
  onVote: (answer: { choices: number[]; text?: string }) => void
}

/** Where one answers. Says before it who will see the answer. */
export function VoteForm({ poll, busy, onVote }: VoteFormProps) {
  const t = useT()
  const { kind, options, mostChoices, secret, mine } = poll
  const [choices, setChoices] = useState<readonly number[]>(mine?.choices ?? [])
  const [text, setText] = useState(mine?.text ?? '')
  const [missing, setMissing] = useState(false)
  const name = useId()
  const Icon = secret ? Lock : Users
  const full = kind === 'multiple' && choices.length >= mostChoices

  function submit(event: FormEvent) {
    event.preventDefault()
    const words = text.trim()
    const isMissing = kind === 'open' ? words === '' : choices.length === 0
    setMissing(isMissing)
    if (!isMissing) onVote(kind === 'open' ? { choices: [], text: words } : { choices: [...choices] })
  }
  function choose(index: number, on: boolean) {
    setMissing(false)
    if (kind === 'single') setChoices([index])
    else setChoices(on ? [...choices, index] : choices.filter((other) => other !== index))
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-3">
      {kind === 'open' ? (
        <TextField
          label={t('activities.polls.answer')}
          value={text}
          maxLength={pollMaxLengths.answer}
          error={missing ? t('activities.polls.write') : null}
          onChange={(event) => setText(event.target.value)}
        />
      ) : (
        <fieldset className="flex min-w-0 flex-col gap-2" aria-describedby={missing ? `${name}-missing` : undefined}>
          <legend className="mb-1.5 text-small text-muted">
            {kind === 'multiple' ? t('activities.polls.choices', { max: mostChoices }) : t('activities.polls.answer')}
          </legend>
          {options.map((option, index) => {
            const chosen = choices.includes(index)
            return (
              <label
                key={option}
                className="flex min-h-11 cursor-pointer items-start gap-3 rounded-control border border-field-line px-3 py-2.5 has-checked:border-brand has-checked:bg-brand-soft has-disabled:cursor-default has-disabled:text-muted has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring"
              >
                <input
                  type={kind === 'single' ? 'radio' : 'checkbox'}
                  name={name}
                  checked={chosen}
                  disabled={full && !chosen}
                  onChange={(event) => choose(index, event.target.checked)}
                  className="mt-0.5 size-5 shrink-0 accent-brand outline-none"
                />
                <span dir="auto" className="min-w-0 wrap-anywhere">
                  {option}
                </span>
              </label>
            )
          })}
          <p id={`${name}-missing`} aria-live="polite" className="text-small text-danger-ink empty:hidden">
            {missing && t('activities.polls.choose')}
          </p>
        </fieldset>
      )}
      <p className="flex gap-2 text-small text-muted">
        <Icon aria-hidden="true" size={16} className="mt-0.5 shrink-0" />
        {t(secret ? 'activities.polls.secret.note' : 'activities.polls.named.note')}
      </p>
      <Button type="submit" variant="filled" busy={busy} className="self-start">
        {t(mine ? 'activities.polls.revote' : kind === 'open' ? 'activities.polls.send' : 'activities.polls.vote')}
      </Button>
    </form>
  )
}
