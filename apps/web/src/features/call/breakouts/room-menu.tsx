import type { Breakout } from '@visavis/contracts'
import { useT } from '../../../platform/i18n/use-t.ts'
import { buttonStyle } from '../../../ui/button-style.ts'
import { MenuButton } from '../../../ui/menu-button.tsx'
import { useGo } from './use-go.ts'

export interface RoomMenuProps {
  label: string
  rooms: readonly Breakout[]
  hereId: string | null
  filled?: boolean
}

/** The rooms that one may go to, and how many are there. */
export function RoomMenu({ label, rooms, hereId, filled = false }: RoomMenuProps) {
  const t = useT()
  const go = useGo()
  const items = rooms.map(({ id, name, present }) => ({
    id,
    label: name,
    detail: t('breakouts.present', { count: present }),
    selected: id === hereId,
    onAction: () => {
      if (id !== hereId) go(id)
    },
  }))
  return (
    <MenuButton label={label} sections={[{ items }]} className={buttonStyle(filled ? 'filled' : 'outline', 'small')}>
      {label}
    </MenuButton>
  )
}
