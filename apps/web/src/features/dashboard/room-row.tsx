import type { Room } from '@visavis/contracts'
import { Link } from 'wouter'
import { formatDateTime, formatPast } from '../../platform/i18n/formats.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { roomLink, roomPath } from '../../platform/paths.ts'
import { Badge } from '../../ui/badge.tsx'
import { buttonStyle } from '../../ui/button-style.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { toast } from '../../ui/toast.tsx'
import { accessLevelIcons } from './access-levels.ts'
import { RoomMenu, type RoomMenuProps } from './room-menu.tsx'

/** One of my rooms: a row of the table, a card on a phone. */
export function RoomRow({ room, onTask }: RoomMenuProps) {
  const t = useT()
  return (
    // The roles keep it a table for screen readers where it is laid out as cards.
    // biome-ignore lint/a11y: see above
    <tr role="row" className="grid grid-cols-[1fr_auto] gap-x-3 border-t border-line px-4 py-3 md:table-row md:p-0">
      <td role="cell" className="min-w-0 md:py-3 md:pl-5">
        <RoomName room={room} />
      </td>
      <td role="cell" className="order-3 self-center text-muted tabular md:px-4">
        {room.slug}
      </td>
      <td role="cell" className="order-2 justify-self-end text-muted max-md:row-span-1 md:pr-2">
        <LastUsed room={room} />
      </td>
      <td role="cell" className="order-4 col-span-2 md:pr-3">
        <div className="flex items-center justify-end gap-1 max-md:mt-2 max-md:justify-start">
          <CopyButton
            text={roomLink(room.slug)}
            copiedLabel={t('common.copied')}
            onRefused={(link) => toast(link, 'failed')}
            variant="quiet"
            size="small"
            aria-label={t('dashboard.copyLink', { name: room.name })}
            className="max-md:-ml-3.5"
          >
            {t('dashboard.copy')}
          </CopyButton>
          <Link
            href={roomPath(room.slug)}
            aria-label={t(room.liveCall ? 'dashboard.joinRoom' : 'dashboard.openRoom', { name: room.name })}
            className={buttonStyle('outline', 'small', 'max-md:ml-auto')}
          >
            {t(room.liveCall ? 'dashboard.join' : 'dashboard.open')}
          </Link>
          <RoomMenu room={room} onTask={onTask} />
        </div>
      </td>
    </tr>
  )
}

function RoomName({ room }: { room: Room }) {
  const t = useT()
  const Icon = accessLevelIcons[room.accessLevel]
  return (
    <>
      <p className="font-strong [overflow-wrap:anywhere]">{room.name}</p>
      <p className="flex items-center gap-1.5 text-small text-muted">
        <Icon aria-hidden="true" size={14} className="shrink-0" />
        <span>
          {t(`dashboard.access.${room.accessLevel}.label`)}
          {room.role !== 'owner' && ` · ${t('dashboard.ownedBy', { name: room.ownerName })}`}
        </span>
      </p>
    </>
  )
}

function LastUsed({ room }: { room: Room }) {
  const t = useT()
  if (room.liveCall) {
    return (
      <Badge tone="success" live>
        {t('dashboard.live', { count: room.liveCall.participants })}
      </Badge>
    )
  }
  if (!room.lastUsedAt) return t('dashboard.neverUsed')
  return (
    <time dateTime={room.lastUsedAt} title={formatDateTime(room.lastUsedAt)} className="whitespace-nowrap">
      {formatPast(room.lastUsedAt)}
    </time>
  )
}
