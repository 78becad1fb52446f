import { Skeleton } from '../../ui/skeleton.tsx'

/** The shape of the heading while the room is asked for. */
export function HeadingSkeleton() {
  return (
    <div className="flex flex-col gap-2.5 pt-1.5">
      <Skeleton className="w-28" />
      <Skeleton className="h-6 w-64 max-w-full" />
      <Skeleton className="hidden w-44 sm:block" />
    </div>
  )
}

/** The shape of name and button. */
export function FormSkeleton({ label }: { label: string }) {
  return (
    <div role="status" className="flex flex-col gap-5">
      <span className="sr-only">{label}</span>
      <Skeleton className="h-12 rounded-control" />
      <Skeleton className="h-13 rounded-control" />
    </div>
  )
}
