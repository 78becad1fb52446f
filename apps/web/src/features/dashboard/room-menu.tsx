import type { Room } from '@visavis/contracts'
import { ArrowRightLeft, type LucideIcon, ScrollText, Settings2, Trash2, UsersRound } from 'lucide-react'
import { useT } from '../../platform/i18n/use-t.ts'
import type { MenuItem } from '../../ui/menu-items.ts'
import { MoreMenu } from '../../ui/more-menu.tsx'
import type { RoomTask } from './room-dialogs.tsx'

export interface RoomMenuProps {
  room: Room
  onTask: (task: RoomTask) => void
}

/** What a host may do to a room besides entering it. Members have no menu. */
export function RoomMenu({ room, onTask }: RoomMenuProps) {
  const t = useT()
  const item = (kind: RoomTask['kind'], icon: LucideIcon, danger = false): MenuItem => ({
    id: kind,
    label: t(`dashboard.menu.${kind}`),
    icon,
    danger,
    onAction: () => onTask({ kind, room }),
  })
  const host = { items: [item('edit', Settings2), item('rules', ScrollText), item('members', UsersRound)] }
  const owner = { items: [item('giveAway', ArrowRightLeft), item('delete', Trash2, true)] }
  const sections = room.role === 'owner' ? [host, owner] : room.role === 'cohost' ? [host] : []
  return <MoreMenu label={t('dashboard.menu.label', { name: room.name })} sections={sections} />
}
