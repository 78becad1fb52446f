import { mostParticipants } from '@visavis/contracts'
import { useState } from 'react'
import { useT } from '../../platform/i18n/use-t.ts'
import { TextField } from '../../ui/field.tsx'

/** How many may be in a call; empty: as many as come. Holds once one goes on to something else, or presses Enter. */
export function MostParticipants({
  value,
  onChange,
}: {
  value: number | null
  onChange: (value: number | null) => void
}) {
  const t = useT()
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? (value === null ? '' : String(value))
  const number = shown.trim() === '' ? null : Number(shown)
  const valid = number === null || (Number.isInteger(number) && number >= 2 && number <= mostParticipants)
  function done() {
    if (typed === null || !valid) return
    setTyped(null)
    if (number !== value) onChange(number)
  }
  return (
    <TextField
      label={t('rules.maxParticipants')}
      hint={t('rules.maxParticipants.hint')}
      error={valid ? null : t('rules.maxParticipants.wrong', { most: mostParticipants })}
      placeholder={t('rules.maxParticipants.none')}
      inputMode="numeric"
      autoComplete="off"
      value={shown}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={done}
      onKeyDown={({ key }) => key === 'Enter' && done()}
      className="max-w-40"
    />
  )
}
