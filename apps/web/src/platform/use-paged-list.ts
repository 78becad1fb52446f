import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { problemReference, problemText } from './i18n/problem-text.ts'
import { useT } from './i18n/use-t.ts'
import { toProblem } from './problem.ts'

interface Page<T> {
  items: T[]
  nextCursor: string | null
}

/** A list as a panel shows it. */
export interface PagedList<T> {
  /** Undefined until the first page is there. */
  items: T[] | undefined
  /** These are still the items of the search before. */
  stale: boolean
  /** Why there is nothing to show, in words. */
  failure: { title: string; text: string; details: string } | null
  retry: () => void
  hasMore: boolean
  loadingMore: boolean
  loadMore: () => void
}

export interface PagedQuery<T> {
  queryKey: readonly string[]
  /** Asks for the page at a cursor; undefined is the first. */
  fetchPage: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<T>>
}

/** A cursor-paged query, with its pages joined and its failure worded; while a search changes, the old list stays. */
export function usePagedList<T>({ queryKey, fetchPage }: PagedQuery<T>): PagedList<T> {
  const t = useT()
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => fetchPage(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })
  const items = query.data?.pages.flatMap((page) => page.items)
  const problem = query.error && !items ? toProblem(query.error) : null
  const words = problem && problemText(t, problem)
  return {
    items,
    stale: query.isPlaceholderData,
    failure: problem && words && { title: words.title, text: words.advice, details: problemReference(t, problem) },
    retry: () => void query.refetch(),
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
  }
}
