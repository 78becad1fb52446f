import type { Breakout } from '@visavis/contracts'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { classNames } from '../../../ui/class-names.ts'
import { fieldStyle } from '../../../ui/field.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'

export interface RoomFieldsProps {
  room: Breakout
  number: number
  onRename: (name: string) => void
  /** Null for the last one. */
  onRemove: (() => void) | null
}

/** A room's name, kept when one leaves the field, and the way to take the room away. */
export function RoomFields({ room, number, onRename, onRemove }: RoomFieldsProps) {
  const t = useT()
  const [name, setName] = useState(room.name)
  function keep() {
    const wanted = name.trim()
    if (wanted === '') setName(room.name)
    else if (wanted !== room.name) onRename(wanted)
  }
  return (
    <div className="flex items-center gap-1">
      <input
        aria-label={t('breakouts.nameField', { number })}
        value={name}
        maxLength={80}
        onChange={(event) => setName(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
        }}
        className={classNames(fieldStyle, 'font-strong')}
      />
      {onRemove && (
        <IconButton icon={Trash2} label={t('breakouts.removeRoom', { room: room.name })} onClick={onRemove} />
      )}
    </div>
  )
}
