import { questionMaxLengths } from '@visavis/contracts'
import { useEffect, useId, useRef, useState } from 'react'
import { useT } from '../../../../platform/i18n/use-t.ts'
import { Button } from '../../../../ui/button.tsx'
import { classNames } from '../../../../ui/class-names.ts'
import { FieldShell, fieldStyle } from '../../../../ui/field.tsx'
import { useEscape } from '../../hooks/use-escape.ts'

export interface AnswerFormProps {
  busy: boolean
  onAnswer: (answer: string) => void
  onCancel: () => void
}

/** Where a host answers a question in writing. */
export function AnswerForm({ busy, onAnswer, onCancel }: AnswerFormProps) {
  const t = useT()
  const id = useId()
  const [text, setText] = useState('')
  const [missing, setMissing] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  useEscape(form, onCancel)
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setMissing(text.trim() === '')
        if (text.trim() !== '' && !busy) onAnswer(text.trim())
      }}
      className="flex flex-col gap-2"
    >
      <FieldShell
        id={id}
        label={t('activities.questions.answer')}
        error={missing ? t('activities.questions.answer.missing') : null}
      >
        <textarea
          ref={field}
          id={id}
          rows={3}
          value={text}
          maxLength={questionMaxLengths.answer}
          aria-invalid={missing}
          aria-describedby={`${id}-note`}
          onChange={({ target }) => setText(target.value)}
          className={classNames(fieldStyle, 'resize-y py-2.5')}
        />
      </FieldShell>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="small" variant="filled" busy={busy}>
          {t('activities.questions.answer.send')}
        </Button>
        <Button size="small" variant="quiet" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
