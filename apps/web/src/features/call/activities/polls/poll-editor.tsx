import { createPoll, movePoll, type PollForm, pollKindSchema, pollMaxLengths, updatePoll } from '@visavis/contracts'
import { useEffect, useRef, useState } from 'react'
import { callApi } from '../../../../platform/api.ts'
import { useT } from '../../../../platform/i18n/use-t.ts'
import { Button } from '../../../../ui/button.tsx'
import { ChoiceField } from '../../../../ui/choice-field.tsx'
import { TextField } from '../../../../ui/field.tsx'
import { SelectField } from '../../../../ui/select-field.tsx'
import { SwitchField } from '../../../../ui/switch-field.tsx'
import { useCall } from '../../hooks/call-context.ts'
import { useAsking } from '../use-asking.ts'
import { OptionFields } from './option-fields.tsx'
import { type Fault, faultOf, toSend } from './poll-form.ts'
import type { PollStore, PollWriting } from './poll-store.ts'

/** Where a host writes a poll. What was typed stays until it is saved or given up, whatever happens. */
export function PollEditor({ store, writing: { id, form } }: { store: PollStore; writing: PollWriting }) {
  const t = useT()
  const { callId } = useCall().connection.getAdmitted()
  const [fault, setFault] = useState<Fault | null>(null)
  const { ask, busy } = useAsking()
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const change = (next: Partial<PollForm>) => {
    setFault(null)
    store.setWriting({ id, form: { ...form, ...next } })
  }

  function save(open: boolean) {
    const found = faultOf(form)
    setFault(found)
    if (found === 'activities.polls.form.question.missing') first.current?.focus()
    if (found) return
    ask(async () => {
      const body = toSend(form)
      const poll = id
        ? await callApi(updatePoll, { params: { callId, pollId: id }, body })
        : await callApi(createPoll, { params: { callId }, body })
      store.put(poll)
      if (open) {
        // Should this fail the draft is there already: it is not to be made twice.
        store.setWriting({ id: poll.id, form })
        store.put(await callApi(movePoll, { params: { callId, pollId: poll.id }, body: { state: 'open' } }))
      }
      store.setWriting(null)
    })
  }

  return (
    <form
      aria-label={t(id ? 'activities.polls.form.edit' : 'activities.polls.form.new')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save(true)
      }}
      className="flex flex-col gap-4 rounded-card border border-line bg-surface p-3.5"
    >
      <TextField
        ref={first}
        label={t('activities.polls.form.question')}
        value={form.question}
        maxLength={pollMaxLengths.question}
        error={fault === 'activities.polls.form.question.missing' ? t(fault) : null}
        onChange={({ target }) => change({ question: target.value })}
      />
      <SelectField
        label={t('activities.polls.form.kind')}
        value={form.kind}
        onChange={({ target }) => change({ kind: pollKindSchema.parse(target.value) })}
      >
        {pollKindSchema.options.map((kind) => (
          <option key={kind} value={kind}>
            {t(`activities.polls.form.kind.${kind}`)}
          </option>
        ))}
      </SelectField>
      {form.kind !== 'open' && (
        <OptionFields
          options={form.options}
          error={fault && fault !== 'activities.polls.form.question.missing' ? t(fault) : null}
          onChange={(options) => change({ options })}
        />
      )}
      {form.kind === 'multiple' && form.options.length > 2 && (
        <SelectField
          label={t('activities.polls.form.most')}
          value={Math.min(Math.max(form.mostChoices, 2), form.options.length)}
          onChange={({ target }) => change({ mostChoices: Number(target.value) })}
        >
          {form.options.slice(1).map((_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the numbers from two on.
            <option key={index} value={index + 2}>
              {index + 2}
            </option>
          ))}
        </SelectField>
      )}
      <ChoiceField
        legend={t('activities.polls.form.names')}
        value={form.secret ? 'secret' : 'named'}
        onChange={(value) => change({ secret: value === 'secret' })}
        choices={[
          {
            value: 'secret',
            label: t('activities.polls.form.secret'),
            detail: t('activities.polls.form.secret.detail'),
          },
          { value: 'named', label: t('activities.polls.form.named'), detail: t('activities.polls.form.named.detail') },
        ]}
      />
      <SwitchField
        label={t('activities.polls.form.live')}
        hint={t('activities.polls.form.live.hint')}
        checked={form.live}
        onChange={(live) => change({ live })}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="filled" busy={busy}>
          {t('activities.polls.form.open')}
        </Button>
        <Button busy={busy} onClick={() => save(false)}>
          {t('activities.polls.form.save')}
        </Button>
        <Button variant="quiet" onClick={() => store.setWriting(null)}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
