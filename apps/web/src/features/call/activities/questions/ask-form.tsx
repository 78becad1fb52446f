import { askQuestion, questionMaxLengths } from '@visavis/contracts'
import { useState, useSyncExternalStore } from 'react'
import { callApi } from '../../../../platform/api.ts'
import { useT } from '../../../../platform/i18n/use-t.ts'
import { announce } from '../../../../ui/announcer.tsx'
import { Button } from '../../../../ui/button.tsx'
import { TextField } from '../../../../ui/field.tsx'
import { SwitchField } from '../../../../ui/switch-field.tsx'
import { useCall } from '../../hooks/call-context.ts'
import { useAsking } from '../use-asking.ts'
import type { QuestionStore } from './question-store.ts'

/** Where one asks, by name or without where that is allowed. What could not be sent stays in the field. */
export function AskForm({ store }: { store: QuestionStore }) {
  const t = useT()
  const { callId, identity } = useCall().connection.getAdmitted()
  const draft = useSyncExternalStore(store.subscribe, store.getDraft)
  const allowed = useSyncExternalStore(store.subscribe, store.mayBeAnonymous)
  const [missing, setMissing] = useState(false)
  const { ask, busy } = useAsking(() => void store.refresh())
  const anonymous = allowed && draft.anonymous

  function send() {
    const text = draft.text.trim()
    setMissing(text === '')
    if (text === '') return
    ask(async () => {
      store.put(await callApi(askQuestion, { params: { callId }, body: { identity, text, anonymous } }))
      store.setDraft({ ...draft, text: '' })
      announce(t('activities.questions.ask.done'))
    })
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) send()
      }}
      className="flex flex-col gap-2 rounded-card border border-line bg-surface p-3.5"
    >
      <TextField
        label={t('activities.questions.ask')}
        value={draft.text}
        maxLength={questionMaxLengths.question}
        hint={t(anonymous ? 'activities.questions.ask.hintAnonymous' : 'activities.questions.ask.hint')}
        error={missing ? t('activities.questions.ask.missing') : null}
        onChange={({ target }) => {
          setMissing(false)
          store.setDraft({ ...draft, text: target.value })
        }}
      />
      {allowed && (
        <SwitchField
          label={t('activities.questions.ask.anonymous')}
          checked={draft.anonymous}
          onChange={(on) => store.setDraft({ ...draft, anonymous: on })}
        />
      )}
      <Button type="submit" variant="filled" busy={busy} className="self-start">
        {t('activities.questions.ask.send')}
      </Button>
    </form>
  )
}
