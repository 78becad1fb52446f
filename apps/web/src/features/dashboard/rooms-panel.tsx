import { useInfiniteQuery } from '@tanstack/react-query'
import { Armchair, SearchX } from 'lucide-react'
import { useState } from 'react'
import { problemReference, problemText } from '../../platform/i18n/problem-text.ts'
import { useT } from '../../platform/i18n/use-t.ts'
import { toProblem } from '../../platform/problem.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { RoomDialog, type RoomTask } from './room-dialogs.tsx'
import { roomsQuery } from './rooms-queries.ts'
import { RoomsSkeleton, RoomsTable } from './rooms-table.tsx'

/** The card with my rooms: search, table, more, and what to do when there are none. */
export function RoomsPanel() {
  const t = useT()
  const [search, setSearch] = useState('')
  const [task, setTask] = useState<RoomTask | null>(null)
  return (
    <section aria-labelledby="my-rooms" className="rounded-card border border-line bg-surface">
      <header className="flex flex-wrap items-center justify-between gap-3 p-4 md:px-5">
        <h2 id="my-rooms" className="text-heading">
          {t('dashboard.myRooms')}
        </h2>
        <SearchField label={t('dashboard.search')} onSearch={setSearch} className="w-full sm:w-72" />
      </header>
      <Rooms search={search} onTask={setTask} />
      {task && <RoomDialog task={task} onClose={() => setTask(null)} />}
    </section>
  )
}

function Rooms({ search, onTask }: { search: string; onTask: (task: RoomTask) => void }) {
  const t = useT()
  const { data, error, refetch, isPlaceholderData, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    roomsQuery(search),
  )
  const rooms = data?.pages.flatMap(({ items }) => items) ?? []

  if (error && rooms.length === 0) {
    const problem = toProblem(error)
    const { title, advice } = problemText(t, problem)
    return (
      <div className="px-4 pb-4 md:px-5 md:pb-5">
        <Notice
          title={title}
          text={advice}
          action={<Button onClick={() => refetch()}>{t('common.retry')}</Button>}
          details={problemReference(t, problem)}
        />
      </div>
    )
  }
  if (!data) return <RoomsSkeleton />
  if (rooms.length === 0 && search !== '') {
    return (
      <EmptyState icon={SearchX} title={t('dashboard.nothingFound', { search })} text={t('dashboard.searchHint')} />
    )
  }
  if (rooms.length === 0) {
    return <EmptyState icon={Armchair} title={t('dashboard.empty.title')} text={t('dashboard.empty.text')} />
  }
  return (
    <>
      <RoomsTable rooms={rooms} stale={isPlaceholderData} onTask={onTask} />
      {hasNextPage && (
        <div className="flex justify-center border-t border-line p-3">
          <Button variant="quiet" busy={isFetchingNextPage} onClick={() => fetchNextPage()}>
            {t('dashboard.more')}
          </Button>
        </div>
      )}
    </>
  )
}
