import type { AdminRoom } from '@visavis/contracts'
import { ArrowRightLeft, Link2, PhoneOff, Trash2 } from 'lucide-react'
import { useT } from '../../platform/i18n/use-t.ts'
import { roomLink } from '../../platform/paths.ts'
import { copyText } from '../../ui/copy-text.ts'
import type { MenuItem } from '../../ui/menu-items.ts'
import { MoreMenu } from '../../ui/more-menu.tsx'
import { toast } from '../../ui/toast.tsx'
import type { AdminRoomTask } from './room-dialogs.tsx'

export interface RoomMenuProps {
  room: AdminRoom
  onTask: (task: AdminRoomTask) => void
}

/** What an administrator may do to any room. */
export function RoomMenu({ room, onTask }: RoomMenuProps) {
  const t = useT()
  const link = roomLink(room.slug)
  const copy = () => void copyText(link).then((copied) => (copied ? toast(t('common.copied')) : toast(link, 'failed')))
  const gentle: MenuItem[] = [
    { id: 'copy', label: t('admin.rooms.copyLink'), icon: Link2, onAction: copy },
    {
      id: 'handOver',
      label: t('admin.rooms.handOver'),
      icon: ArrowRightLeft,
      onAction: () => onTask({ kind: 'handOver', room }),
    },
  ]
  const end: MenuItem = {
    id: 'endCall',
    label: t('admin.rooms.endCall'),
    icon: PhoneOff,
    danger: true,
    onAction: () => onTask({ kind: 'endCall', room }),
  }
  const remove: MenuItem = {
    id: 'delete',
    label: t('admin.rooms.delete'),
    icon: Trash2,
    danger: true,
    onAction: () => onTask({ kind: 'delete', room }),
  }
  const sections = [{ items: gentle }, { items: room.liveCall ? [end, remove] : [remove] }]
  return <MoreMenu label={t('admin.rooms.menu', { name: room.name })} sections={sections} />
}
