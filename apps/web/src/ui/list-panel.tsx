import { type ReactNode, useId } from 'react'
import { Button } from './button.tsx'
import { Notice } from './notice.tsx'
import { SearchField } from './search-field.tsx'
import { Skeleton } from './skeleton.tsx'

export interface ListPanelProps<T> {
  title: string
  labels: { search: string; loading: string; retry: string; more: string }
  onSearch: (text: string) => void
  /** Beside the search. */
  action?: ReactNode
  list: {
    items: T[] | undefined
    failure: { title: string; text: string; details: string } | null
    retry: () => void
    hasMore: boolean
    loadingMore: boolean
    loadMore: () => void
  }
  /** What stands there when there is nothing. */
  empty: ReactNode
  children: (items: T[]) => ReactNode
}

/** A card with a list in it: search, skeleton, empty, failed, and more. */
export function ListPanel<T>({ title, labels, onSearch, action, list, empty, children }: ListPanelProps<T>) {
  const heading = useId()
  return (
    <section aria-labelledby={heading} className="@container rounded-card border border-line bg-surface">
      <header className="flex flex-wrap items-center justify-between gap-3 p-4 @3xl:px-5">
        <h2 id={heading} className="text-heading">
          {title}
        </h2>
        <div className="flex flex-wrap gap-3 @max-xl:w-full">
          <SearchField
            label={labels.search}
            onSearch={onSearch}
            className="min-w-0 flex-1 @max-xl:basis-full @xl:w-72 @xl:flex-none"
          />
          {action}
        </div>
      </header>
      <Contents list={list} labels={labels} empty={empty}>
        {children}
      </Contents>
    </section>
  )
}

function Contents<T>({
  list,
  labels,
  empty,
  children,
}: Pick<ListPanelProps<T>, 'list' | 'labels' | 'empty' | 'children'>) {
  if (list.failure) {
    return (
      <div className="px-4 pb-4 @3xl:px-5 @3xl:pb-5">
        <Notice {...list.failure} action={<Button onClick={list.retry}>{labels.retry}</Button>} />
      </div>
    )
  }
  if (!list.items) return <RowSkeletons label={labels.loading} />
  if (list.items.length === 0) return empty
  return (
    <>
      {children(list.items)}
      {list.hasMore && (
        <div className="flex justify-center border-t border-line p-3">
          <Button variant="quiet" busy={list.loadingMore} onClick={list.loadMore}>
            {labels.more}
          </Button>
        </div>
      )}
    </>
  )
}

function RowSkeletons({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label}>
      {['w-52', 'w-40', 'w-44'].map((width) => (
        <div key={width} className="flex items-center gap-6 border-t border-line px-4 py-4 @3xl:px-5">
          <div className="flex flex-1 flex-col gap-2.5">
            <Skeleton className={width} />
            <Skeleton className="h-3 w-28" />
          </div>
          <Skeleton className="hidden w-24 @3xl:block" />
          <Skeleton className="h-9 w-20" />
        </div>
      ))}
    </div>
  )
}
