import { Armchair, SearchX } from 'lucide-react'
import { useState } from 'react'
import { useT } from '../../platform/i18n/use-t.ts'
import { usePagedList } from '../../platform/use-paged-list.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListPanel } from '../../ui/list-panel.tsx'
import { ListTable } from '../../ui/list-table.tsx'
import { type RenderRules, RoomDialog, type RoomTask } from './room-dialogs.tsx'
import { RoomRow } from './room-row.tsx'
import { myRooms } from './rooms-queries.ts'

/** The card with my rooms, and what to do when there are none. */
export function RoomsPanel({ renderRules }: { renderRules: RenderRules }) {
  const t = useT()
  const [search, setSearch] = useState('')
  const [task, setTask] = useState<RoomTask | null>(null)
  const list = usePagedList(myRooms(search))
  const columns = ['name', 'code', 'lastUsed', 'actions'] as const
  return (
    <>
      <ListPanel
        title={t('dashboard.myRooms')}
        labels={{
          search: t('common.search'),
          loading: t('common.loading'),
          retry: t('common.retry'),
          more: t('common.more'),
        }}
        onSearch={setSearch}
        list={list}
        empty={
          search === '' ? (
            <EmptyState icon={Armchair} title={t('dashboard.empty.title')} text={t('dashboard.empty.text')} />
          ) : (
            <EmptyState
              icon={SearchX}
              title={t('dashboard.nothingFound', { search })}
              text={t('dashboard.searchHint')}
            />
          )
        }
      >
        {(rooms) => (
          <ListTable
            caption={t('dashboard.myRooms')}
            columns={columns.map((column) => t(`dashboard.column.${column}`))}
            stale={list.stale}
          >
            {rooms.map((room) => (
              <RoomRow key={room.slug} room={room} onTask={setTask} />
            ))}
          </ListTable>
        )}
      </ListPanel>
      {task && <RoomDialog task={task} renderRules={renderRules} onClose={() => setTask(null)} />}
    </>
  )
}
