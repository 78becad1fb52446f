import type { Room } from '@visavis/contracts'
import { ArrowRightLeft, EllipsisVertical, Settings2, Trash2, UsersRound } from 'lucide-react'
import { useT } from '../../platform/i18n/use-t.ts'
import { MenuButton, type MenuItem } from '../../ui/menu-button.tsx'
import type { RoomTask } from './room-dialogs.tsx'

export interface RoomMenuProps {
  room: Room
  onTask: (task: RoomTask) => void
}

/** What a host may do to a room besides entering it. Members have no menu. */
export function RoomMenu({ room, onTask }: RoomMenuProps) {
  const t = useT()
  if (room.role !== 'owner' && room.role !== 'cohost') return <span className="hidden size-11 md:block" />
  const item = (kind: RoomTask['kind'], icon: MenuItem['icon'] & object, danger = false): MenuItem => ({
    id: kind,
    label: t(`dashboard.menu.${kind}`),
    icon,
    danger,
    onAction: () => onTask({ kind, room }),
  })
  const host = [item('edit', Settings2), item('members', UsersRound)]
  const owner = [item('giveAway', ArrowRightLeft), item('delete', Trash2, true)]
  return (
    <MenuButton
      label={t('dashboard.menu.label', { name: room.name })}
      sections={room.role === 'owner' ? [{ items: host }, { items: owner }] : [{ items: host }]}
      className="flex size-11 shrink-0 items-center justify-center rounded-control hover:bg-sunken aria-expanded:bg-sunken"
    >
      <EllipsisVertical aria-hidden="true" size={20} />
    </MenuButton>
  )
}
