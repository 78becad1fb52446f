import { useT } from '../../platform/i18n/use-t.ts'
import { Skeleton } from '../../ui/skeleton.tsx'

/** Cards in the shape of those that come. */
export function ProfileSkeleton() {
  const t = useT()
  return (
    <div role="status" aria-label={t('common.loading')} className="flex flex-col gap-6">
      {['h-52', 'h-44', 'h-48'].map((height) => (
        <div key={height} className={`rounded-card border border-line bg-surface p-4 sm:p-6 ${height}`}>
          <Skeleton className="w-40" />
          <Skeleton className="mt-6 h-11 w-full" />
        </div>
      ))}
    </div>
  )
}
