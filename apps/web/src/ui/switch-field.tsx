import { useId } from 'react'

export interface SwitchFieldProps {
  label: string
  hint?: string
  checked: boolean
  disabled?: boolean
  onChange: (checked: boolean) => void
}

/** Something that is on or off, at once: the browser's own checkbox in the role of a switch. */
export function SwitchField({ label, hint, checked, disabled, onChange }: SwitchFieldProps) {
  const id = useId()
  return (
    <div className="flex min-h-11 items-start justify-between gap-4 py-1.5">
      <label htmlFor={id} className="min-w-0">
        <span className="block">{label}</span>
        {hint && <span className="block text-small text-muted">{hint}</span>}
      </label>
      <input
        id={id}
        type="checkbox"
        role="switch"
        checked={checked}
        aria-checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
        className="mt-0.5 size-6 shrink-0 accent-brand"
      />
    </div>
  )
}
