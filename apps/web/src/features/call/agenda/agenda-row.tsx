import { longestAgendaTitle } from '@visavis/contracts'
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { classNames } from '../../../ui/class-names.ts'
import { fieldStyle } from '../../../ui/field.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { parseMinutes } from '../timer/parse-minutes.ts'
import { type DraftItem, isWrongTitle } from './agenda-draft.ts'

export interface AgendaRowProps {
  item: DraftItem
  position: number
  count: number
  /** Whether to show what is wrong in it: not before one has tried to save. */
  checked: boolean
  onChange: (item: DraftItem) => void
  onMove: (by: number) => void
  onRemove: () => void
}

/** One item of the agenda in the editor: what, how long, and where in the order. */
export function AgendaRow({ item, position, count, checked, onChange, onMove, onRemove }: AgendaRowProps) {
  const t = useT()
  const { id, title, minutes } = item
  return (
    <li data-item={id} className="flex flex-col gap-1.5 border-b border-line pb-3">
      <input
        data-part="title"
        dir="auto"
        autoComplete="off"
        aria-label={t('clocks.edit.itemTitle', { position })}
        aria-invalid={checked && isWrongTitle(title)}
        placeholder={t('clocks.edit.placeholder')}
        maxLength={longestAgendaTitle}
        value={title}
        onChange={({ target }) => onChange({ ...item, title: target.value })}
        className={fieldStyle}
      />
      <div className="flex items-center gap-1">
        <input
          inputMode="numeric"
          autoComplete="off"
          aria-label={t('clocks.edit.minutes', { position })}
          aria-invalid={checked && parseMinutes(minutes) === null}
          maxLength={3}
          value={minutes}
          onChange={({ target }) => onChange({ ...item, minutes: target.value })}
          className={classNames(fieldStyle, 'max-w-18 text-right tabular')}
        />
        <span aria-hidden="true" className="mr-auto pl-1 text-muted">
          {t('clocks.edit.unit')}
        </span>
        <IconButton
          data-part="up"
          icon={ArrowUp}
          label={t('clocks.edit.up', { position })}
          aria-disabled={position === 1}
          onClick={() => position > 1 && onMove(-1)}
        />
        <IconButton
          data-part="down"
          icon={ArrowDown}
          label={t('clocks.edit.down', { position })}
          aria-disabled={position === count}
          onClick={() => position < count && onMove(1)}
        />
        <IconButton data-part="remove" icon={Trash2} label={t('clocks.edit.remove', { position })} onClick={onRemove} />
      </div>
    </li>
  )
}
