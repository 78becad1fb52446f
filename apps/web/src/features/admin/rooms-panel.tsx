import type { AdminRoom } from '@visavis/contracts'
import { Plus, SearchX } from 'lucide-react'
import { useState } from 'react'
import { formatPast } from '../../platform/i18n/formats.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { usePagedList } from '../../platform/use-paged-list.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { prefetchDialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListPanel } from '../../ui/list-panel.tsx'
import { ListCell, ListRow, ListTable } from '../../ui/list-table.tsx'
import { allRooms } from './admin-queries.ts'
import { CreateRoomDialog } from './create-room-dialog.tsx'
import { AdminRoomDialog, type AdminRoomTask } from './room-dialogs.tsx'
import { RoomMenu } from './room-menu.tsx'
import { useListLabels } from './use-list-labels.ts'

const columns = ['room', 'owner', 'lastUsed', 'actions'] as const

/** Every room of the instance. */
export function RoomsPanel() {
  const t = useT()
  const [search, setSearch] = useState('')
  const [creating, setCreating] = useState(false)
  const [task, setTask] = useState<AdminRoomTask | null>(null)
  const list = usePagedList(allRooms(search))
  return (
    <>
      <ListPanel
        title={t('admin.rooms.all')}
        labels={useListLabels(t('admin.rooms.search'))}
        onSearch={setSearch}
        list={list}
        action={
          <Button
            variant="filled"
            className="@max-xl:w-full"
            onPointerEnter={prefetchDialog}
            onFocus={prefetchDialog}
            onClick={() => setCreating(true)}
          >
            <Plus aria-hidden="true" size={20} />
            {t('admin.rooms.create')}
          </Button>
        }
        empty={
          <EmptyState
            icon={SearchX}
            title={search === '' ? t('admin.rooms.empty') : t('admin.rooms.none', { search })}
            text={t('admin.rooms.emptyHint')}
          />
        }
      >
        {(rooms) => (
          <ListTable
            caption={t('admin.rooms.all')}
            columns={columns.map((column) => t(`admin.column.${column}`))}
            stale={list.stale}
          >
            {rooms.map((room) => (
              <Row key={room.slug} room={room} onTask={setTask} />
            ))}
          </ListTable>
        )}
      </ListPanel>
      {creating && <CreateRoomDialog onClose={() => setCreating(false)} />}
      {task && <AdminRoomDialog task={task} onClose={() => setTask(null)} />}
    </>
  )
}

function Row({ room, onTask }: { room: AdminRoom; onTask: (task: AdminRoomTask) => void }) {
  const t = useT()
  return (
    <ListRow>
      <ListCell kind="main">
        <p className="font-strong [overflow-wrap:anywhere]">{room.name}</p>
        <p className="text-small text-muted tabular">{room.slug}</p>
      </ListCell>
      <ListCell kind="wide">
        <p className="text-ink @3xl:max-w-72 @3xl:truncate">{room.ownerName}</p>
        <p className="text-small [overflow-wrap:anywhere] @3xl:max-w-72 @3xl:truncate">{room.ownerEmail}</p>
      </ListCell>
      <ListCell>
        {room.liveCall ? (
          <Badge tone="success" live>
            {t('admin.rooms.live', { count: room.liveCall.participants })}
          </Badge>
        ) : room.lastUsedAt ? (
          formatPast(room.lastUsedAt)
        ) : (
          t('admin.never')
        )}
      </ListCell>
      <ListCell kind="menu">
        <RoomMenu room={room} onTask={onTask} />
      </ListCell>
    </ListRow>
  )
}
