import { useId } from 'react'

export interface Choice<V extends string> {
  value: V
  label: string
  /** What choosing it means. */
  detail?: string
}

export interface ChoiceFieldProps<V extends string> {
  legend: string
  choices: Choice<V>[]
  value: V
  onChange: (value: V) => void
}

/** A choice among a few options that need explaining: the browser's own radio buttons, as cards. */
export function ChoiceField<V extends string>({ legend, choices, value, onChange }: ChoiceFieldProps<V>) {
  const name = useId()
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1.5 font-strong">{legend}</legend>
      {choices.map((choice) => (
        <label
          key={choice.value}
          className="flex min-h-11 cursor-pointer items-start gap-3 rounded-control border border-line p-3 has-checked:border-brand has-checked:bg-brand-soft has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring"
        >
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
            className="mt-0.5 size-5 shrink-0 accent-brand outline-none"
          />
          <span>
            <span className="block font-strong">{choice.label}</span>
            {choice.detail && <span className="block text-small text-muted">{choice.detail}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
