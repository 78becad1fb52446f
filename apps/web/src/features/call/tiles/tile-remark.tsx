import type { ReactNode } from 'react'

/** A word about the state of a tile, at its top. */
export function TileRemark({ children }: { children: ReactNode }) {
  return (
    <p className="absolute inset-x-2 top-2 mx-auto w-fit max-w-full truncate rounded-md border border-transparent bg-[rgb(8_14_17/0.9)] px-2.5 py-1 text-small">
      {children}
    </p>
  )
}
