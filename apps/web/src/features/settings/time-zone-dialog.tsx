import { useId, useState } from 'react'
import { useT } from '../../platform/i18n/use-t.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { DialogActions } from '../../ui/dialog-actions.tsx'
import { TextField } from '../../ui/field.tsx'
import { findTimeZones, listTimeZones } from './time-zones.ts'

export interface TimeZoneDialogProps {
  chosen: string | null
  /** How the browser's own is called. */
  automatic: string
  onChoose: (id: string | null) => void
  onClose: () => void
}

/** A choice among every time zone there is, narrowed down by typing. */
export default function TimeZoneDialog({ chosen, automatic, onChoose, onClose }: TimeZoneDialogProps) {
  const t = useT()
  const name = useId()
  const [zones] = useState(listTimeZones)
  const [typed, setTyped] = useState('')
  const [picked, setPicked] = useState(chosen)
  const found = findTimeZones(zones, typed)
  const row = (id: string | null, label: string, offset = '') => (
    <label
      key={id ?? ''}
      className="flex min-h-11 cursor-pointer items-center gap-3 rounded-control px-3 has-checked:bg-brand-soft has-focus-visible:outline-3 has-focus-visible:outline-ring"
    >
      <input
        type="radio"
        name={name}
        checked={picked === id}
        onChange={() => setPicked(id)}
        className="size-5 shrink-0 accent-brand outline-none"
      />
      <span className="min-w-0 flex-1">{label}</span>
      <span className="tabular text-small text-muted">{offset}</span>
    </label>
  )
  return (
    <Dialog title={t('settings.timeZone')} closeLabel={t('common.close')} onClose={onClose}>
      <div className="mt-3 flex flex-col gap-4">
        <TextField
          type="search"
          label={t('settings.timeZone.search')}
          autoComplete="off"
          autoFocus
          value={typed}
          hint={
            found.length === 0 ? t('settings.timeZone.none') : t('settings.timeZone.found', { count: found.length })
          }
          onChange={({ target }) => setTyped(target.value)}
        />
        <div role="radiogroup" aria-label={t('settings.timeZone')} className="-mx-1 h-[40dvh] overflow-auto p-1">
          {typed === '' && row(null, automatic)}
          {found.map(({ id, label, offset }) => row(id, label, offset))}
        </div>
      </div>
      <DialogActions>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button
          variant="filled"
          onClick={() => {
            onChoose(picked)
            onClose()
          }}
        >
          {t('common.save')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
