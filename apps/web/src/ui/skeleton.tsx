import { classNames } from './class-names.ts'

/** A grey stand-in with the shape of what comes. The caller says in words that something is loading. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={classNames('block h-4 rounded-md bg-line motion-safe:animate-pulse', className)}
    />
  )
}
