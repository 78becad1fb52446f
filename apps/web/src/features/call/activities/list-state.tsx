import type { ReactNode } from 'react'
import { useT } from '../../../platform/i18n/use-t.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import type { FollowedList } from './followed-list.ts'

export interface ListStateProps {
  list: FollowedList<unknown>
  /** Stands there when there is nothing else. */
  empty: ReactNode
  retry: () => void
}

/** A list that is not there yet, could not be had, or has nothing in it. */
export function ListState({ list: { items, loaded, failed }, empty, retry }: ListStateProps) {
  const t = useT()
  if (items.length > 0) return null
  if (loaded) return empty
  if (failed) {
    return (
      <Notice
        title={t('activities.failed')}
        action={
          <Button size="small" onClick={retry}>
            {t('common.retry')}
          </Button>
        }
      />
    )
  }
  return (
    <>
      <p role="status" className="sr-only">
        {t('activities.loading')}
      </p>
      <Skeleton className="h-30 rounded-card" />
      <Skeleton className="h-30 rounded-card" />
    </>
  )
}
