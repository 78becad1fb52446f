import { type ComponentProps, useId } from 'react'
import { classNames } from './class-names.ts'
import { type Described, FieldShell, fieldStyle } from './field.tsx'

/** A labelled choice among a few options, by the browser's own control. */
export function SelectField({
  label,
  hint,
  error,
  beside,
  className,
  ...select
}: Described & ComponentProps<'select'>) {
  const id = useId()
  return (
    <FieldShell id={id} label={label} hint={hint} error={error} beside={beside}>
      <select {...select} id={id} aria-describedby={`${id}-note`} className={classNames(fieldStyle, className)} />
    </FieldShell>
  )
}
