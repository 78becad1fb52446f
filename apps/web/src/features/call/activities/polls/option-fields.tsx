import { pollMaxLengths, pollMaxOptions } from '@visavis/contracts'
import { Plus, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useT } from '../../../../platform/i18n/use-t.ts'
import { Button } from '../../../../ui/button.tsx'
import { fieldStyle } from '../../../../ui/field.tsx'
import { IconButton } from '../../../../ui/icon-button.tsx'

export interface OptionFieldsProps {
  options: readonly string[]
  error: string | null
  onChange: (options: string[]) => void
}

/** The options of a poll, two to twelve; a new one takes the focus, and what is removed gives it to its neighbour. */
export function OptionFields({ options, error, onChange }: OptionFieldsProps) {
  const t = useT()
  const list = useRef<HTMLOListElement>(null)
  const wanted = useRef<number | null>(null)
  useEffect(() => {
    if (wanted.current === null) return
    list.current?.querySelectorAll('input')[wanted.current]?.focus()
    wanted.current = null
  })
  const change = (next: string[], focus: number | null = null) => {
    wanted.current = focus
    onChange(next)
  }
  return (
    <fieldset aria-describedby="poll-options-note" className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1.5 font-strong">{t('activities.polls.form.options')}</legend>
      <ol ref={list} className="flex flex-col gap-2">
        {options.map((option, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an option is its place.
          <li key={index} className="flex gap-1">
            <input
              value={option}
              maxLength={pollMaxLengths.option}
              aria-label={t('activities.polls.form.option', { number: index + 1 })}
              placeholder={t('activities.polls.form.option', { number: index + 1 })}
              aria-invalid={error !== null && option.trim() === ''}
              onChange={({ target }) => change(options.map((other, place) => (place === index ? target.value : other)))}
              className={fieldStyle}
            />
            {options.length > 2 && (
              <IconButton
                icon={X}
                label={t('activities.polls.form.option.remove', { number: index + 1 })}
                onClick={() =>
                  change(
                    options.filter((_, place) => place !== index),
                    Math.min(index, options.length - 2),
                  )
                }
              />
            )}
          </li>
        ))}
      </ol>
      <p id="poll-options-note" aria-live="polite" className="text-small text-danger-ink empty:hidden">
        {error}
      </p>
      {options.length < pollMaxOptions && (
        <Button
          size="small"
          variant="quiet"
          onClick={() => change([...options, ''], options.length)}
          className="self-start"
        >
          <Plus aria-hidden="true" size={18} />
          {t('activities.polls.form.option.add')}
        </Button>
      )}
    </fieldset>
  )
}
