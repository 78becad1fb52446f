import type { Room } from '@visavis/contracts'
import { Link } from 'wouter'
import { formatDateTime, formatPast } from '../../platform/i18n/formats.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { roomLink, roomPath } from '../../platform/paths.ts'
import { Badge } from '../../ui/badge.tsx'
import { buttonStyle } from '../../ui/button-style.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { ListCell, ListRow } from '../../ui/list-table.tsx'
import { toast } from '../../ui/toast.tsx'
import { accessLevelIcons } from './access-levels.ts'
import { RoomMenu, type RoomMenuProps } from './room-menu.tsx'

/** One of my rooms: a row of the table, a card on a phone. */
export function RoomRow({ room, onTask }: RoomMenuProps) {
  const t = useT()
  return (
    <ListRow>
      <ListCell kind="main">
        <RoomName room={room} />
      </ListCell>
      <ListCell>
        <span className="tabular">{room.slug}</span>
      </ListCell>
      <ListCell kind="last">
        <LastUsed room={room} />
      </ListCell>
      <ListCell kind="actions">
        <CopyButton
          text={roomLink(room.slug)}
          copiedLabel={t('common.copied')}
          onRefused={(link) => toast(link, 'failed')}
          variant="quiet"
          size="small"
          aria-label={t('dashboard.copyLink', { name: room.name })}
          className="@max-3xl:mr-auto @max-3xl:-ml-3.5"
        >
          {t('dashboard.copy')}
        </CopyButton>
        <Link
          href={roomPath(room.slug)}
          aria-label={t(room.liveCall ? 'dashboard.joinRoom' : 'dashboard.openRoom', { name: room.name })}
          className={buttonStyle('outline', 'small')}
        >
          {t(room.liveCall ? 'dashboard.join' : 'dashboard.open')}
        </Link>
        <RoomMenu room={room} onTask={onTask} />
      </ListCell>
    </ListRow>
  )
}

function RoomName({ room }: { room: Room }) {
  const t = useT()
  const Icon = accessLevelIcons[room.accessLevel]
  return (
    <>
      <p className="font-strong [overflow-wrap:anywhere]">{room.name}</p>
      <p className="flex items-start gap-1.5 text-small text-muted">
        <Icon aria-hidden="true" size={14} className="mt-[3px] shrink-0" />
        <span>
          {t(`rules.access.${room.accessLevel}.label`)}
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
