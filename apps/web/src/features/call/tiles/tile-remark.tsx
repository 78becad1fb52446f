import type { ReactNode } from 'react'

/** A word about the state of a tile. */
export function TileRemark({ children }: { children: ReactNode }) {
  return (
    <p className="line-clamp-2 min-w-0 max-w-full rounded-md border border-transparent bg-[rgb(8_14_17/0.9)] px-2.5 py-1 @max-[12rem]:px-2 @max-[12rem]:py-0.5 @max-[12rem]:leading-tight">
      {children}
    </p>
  )
}
