import { type AccessLevel, roomNameSchema } from '@visavis/contracts'
import { type FormEvent, useState } from 'react'
import { useConfig } from '../../platform/config.ts'
import { problemText } from '../../platform/i18n/problem-text.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { toProblem } from '../../platform/problem.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { DialogActions } from '../../ui/dialog-actions.tsx'
import { TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'

export interface RoomFields {
  name: string
  accessLevel: AccessLevel
}

export interface RoomFormProps {
  initial: RoomFields
  submitLabel: string
  busy: boolean
  failure: Error | null
  onSubmit: (fields: RoomFields) => void
  onCancel: () => void
}

/** Name and access of a room, for a new one and for an old one. */
export function RoomForm({ initial, submitLabel, busy, failure, onSubmit, onCancel }: RoomFormProps) {
  const t = useT()
  const allowed = useConfig().accessLevels
  const [name, setName] = useState(initial.name)
  const [accessLevel, setAccessLevel] = useState(initial.accessLevel)
  const [refused, setRefused] = useState(false)
  // A level that the operator has stopped allowing stays visible in the rooms that have it.
  const levels = allowed.includes(initial.accessLevel) ? allowed : [...allowed, initial.accessLevel]

  function submit(event: FormEvent) {
    event.preventDefault()
    const parsed = roomNameSchema.safeParse(name)
    setRefused(!parsed.success)
    if (parsed.success) onSubmit({ name: parsed.data, accessLevel })
  }

  const problem = failure && problemText(t, toProblem(failure))
  return (
    <form onSubmit={submit} noValidate className="mt-4 flex flex-col gap-6">
      {problem && <Notice title={problem.title} text={problem.advice} />}
      <TextField
        label={t('dashboard.form.name')}
        hint={t('dashboard.form.nameHint')}
        value={name}
        maxLength={80}
        autoComplete="off"
        // The dialog was opened to fill this in.
        autoFocus
        error={refused ? t('dashboard.form.nameMissing') : null}
        onChange={(event) => setName(event.target.value)}
      />
      <ChoiceField
        legend={t('dashboard.form.access')}
        value={accessLevel}
        onChange={setAccessLevel}
        choices={levels.map((value) => ({
          value,
          label: t(`rules.access.${value}.label`),
          detail: t(`rules.access.${value}.detail`),
        }))}
      />
      <DialogActions>
        <Button onClick={onCancel}>{t('common.cancel')}</Button>
        <Button type="submit" variant="filled" busy={busy}>
          {submitLabel}
        </Button>
      </DialogActions>
    </form>
  )
}
