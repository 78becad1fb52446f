import { type ComponentProps, type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'

/** Looks of whatever one types or chooses in. */
export const fieldStyle =
  'min-h-11 w-full rounded-control border border-field-line bg-surface px-3.5 text-body text-ink aria-invalid:border-danger-ink aria-invalid:outline aria-invalid:outline-1 aria-invalid:outline-danger-ink focus-visible:outline-3 focus-visible:outline-ring disabled:opacity-60'

/** What all fields are given. */
export interface Described {
  label: string
  /** Help below the field. */
  hint?: ReactNode
  /** What is wrong and how to mend it; takes the hint's place. */
  error?: string | null | undefined
  /** A button that belongs to the field, to its right. */
  beside?: ReactNode
}

interface FieldShellProps extends Described {
  id: string
  children: ReactNode
}

/** Label, field, and a note below that is help or an error. */
export function FieldShell({ id, label, hint, error, beside, children }: FieldShellProps) {
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-strong">
        {label}
      </label>
      <div className="flex gap-3">
        {children}
        {beside}
      </div>
      <p
        id={`${id}-note`}
        aria-live="polite"
        className={classNames('text-small empty:hidden', error ? 'text-danger-ink' : 'text-muted')}
      >
        {error ?? hint}
      </p>
    </div>
  )
}

/** A labelled text field with its help and its error, tied together for screen readers. */
export function TextField({ label, hint, error, beside, className, ...input }: Described & ComponentProps<'input'>) {
  const id = useId()
  return (
    <FieldShell id={id} label={label} hint={hint} error={error} beside={beside}>
      <input
        {...input}
        id={id}
        aria-invalid={Boolean(error)}
        aria-describedby={`${id}-note`}
        className={classNames(fieldStyle, className)}
      />
    </FieldShell>
  )
}
