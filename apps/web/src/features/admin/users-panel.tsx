import { SearchX } from 'lucide-react'
import { useState } from 'react'
import { useT } from '../../platform/i18n/use-t.ts'
import { usePagedList } from '../../platform/use-paged-list.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListPanel } from '../../ui/list-panel.tsx'
import { ListTable } from '../../ui/list-table.tsx'
import { allUsers } from './admin-queries.ts'
import { useListLabels } from './use-list-labels.ts'
import { UserChangeDialog, type UserTask } from './user-change-dialog.tsx'
import { UserRow } from './user-row.tsx'

const columns = ['user', 'role', 'lastLogin', 'rooms', 'actions'] as const

/** Every agent who has ever signed in. */
export function UsersPanel() {
  const t = useT()
  const [search, setSearch] = useState('')
  const [task, setTask] = useState<UserTask | null>(null)
  const list = usePagedList(allUsers(search))
  return (
    <>
      <ListPanel
        title={t('admin.users.all')}
        labels={useListLabels(t('admin.users.search'))}
        onSearch={setSearch}
        list={list}
        empty={
          <EmptyState icon={SearchX} title={t('admin.users.none', { search })} text={t('admin.users.emptyHint')} />
        }
      >
        {(users) => (
          <ListTable
            caption={t('admin.users.all')}
            columns={columns.map((column) => t(`admin.column.${column}`))}
            stale={list.stale}
          >
            {users.map((user) => (
              <UserRow key={user.id} user={user} onTask={setTask} />
            ))}
          </ListTable>
        )}
      </ListPanel>
      {task && <UserChangeDialog task={task} onClose={() => setTask(null)} />}
    </>
  )
}
