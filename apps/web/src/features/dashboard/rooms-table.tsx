import type { Room } from '@visavis/contracts'
import { useT } from '../../platform/i18n/use-t.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { RoomTask } from './room-dialogs.tsx'
import { RoomRow } from './room-row.tsx'

const head = 'pb-3 text-left text-small text-muted'

export interface RoomsTableProps {
  rooms: readonly Room[]
  /** The rooms shown are those of the search before. */
  stale: boolean
  onTask: (task: RoomTask) => void
}

/** My rooms. */
export function RoomsTable({ rooms, stale, onTask }: RoomsTableProps) {
  const t = useT()
  return (
    <table role="table" aria-busy={stale} className="block w-full transition-opacity aria-busy:opacity-60 md:table">
      <caption className="sr-only">{t('dashboard.myRooms')}</caption>
      <thead role="rowgroup" className="sr-only md:not-sr-only md:table-header-group">
        <tr role="row">
          <th role="columnheader" scope="col" className={`${head} pl-5`}>
            {t('dashboard.column.name')}
          </th>
          <th role="columnheader" scope="col" className={`${head} px-4`}>
            {t('dashboard.column.code')}
          </th>
          <th role="columnheader" scope="col" className={head}>
            {t('dashboard.column.lastUsed')}
          </th>
          <th role="columnheader" scope="col">
            <span className="sr-only">{t('dashboard.column.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup" className="block md:table-row-group">
        {rooms.map((room) => (
          <RoomRow key={room.slug} room={room} onTask={onTask} />
        ))}
      </tbody>
    </table>
  )
}

/** The shape of the table while it is on its way. */
export function RoomsSkeleton() {
  const t = useT()
  return (
    <div role="status" aria-label={t('common.loading')}>
      {['w-52', 'w-40', 'w-44'].map((width) => (
        <div key={width} className="flex items-center gap-6 border-t border-line px-5 py-4">
          <div className="flex flex-1 flex-col gap-2.5">
            <Skeleton className={width} />
            <Skeleton className="h-3 w-28" />
          </div>
          <Skeleton className="hidden w-24 md:block" />
          <Skeleton className="h-9 w-20" />
        </div>
      ))}
    </div>
  )
}
